import { completed } from '../found/way-through.ts'
import type { Study } from '../study.ts'

/** Reckons the main figures of the report again from the files beside it, with base R alone: an own way for whoever does not trust ours. */
export function figuresScript(study: Study): string {
  return `${head(study)}${body}`
}

function head({ better, effect, leastPoints, reliability, spread }: Study): string {
  return `# Reckons the main figures again from the csv files beside it. Base R alone: Rscript figures.R
# Each line it prints begins with what it is; "none" stands where there is no figure.
study <- list(better = ${text(better)}, effect = ${text(effect)}, least_points = ${leastPoints}, reliability = ${number(reliability)}, spread = ${number(spread)}, completed = c(${completed.map(text).join(', ')}))
`
}

const text = (word: string) => JSON.stringify(word)
const number = (value: number | null) => value === null ? 'NA' : String(value)

const body = String.raw`
read <- function(file) read.csv(file, colClasses = c(person = "character"), na.strings = "")
shown <- function(x) if (is.character(x)) x else if (is.na(x)) "none" else format(x, digits = 10)
say <- function(...) cat(vapply(list(...), shown, ""), "\n", sep = "\t")
measured <- read("measurements.csv")
people <- split(measured, measured$person)
turn <- if (study$better == "higher") 1 else -1
z <- qnorm(0.975)

# Each person: Tau or NAP, its standard error (Sen 1967, Mee 1990) and interval (Newcombe 2006, method 5). Counted: enough points, and an error above 0.
known <- function(d, later) { x <- d$outcome[d$later == later]; turn * x[!is.na(x)] }
interval_of <- function(nap, m, n) {
  h <- (m + n) / 2 - 1
  bend <- function(x) 2 + h + (1 + 2 * h) * x * (1 - x)
  root <- function(f, from, to) uniroot(f, c(from, to), tol = 1e-13)$root
  if (nap == 1) return(c(root(function(x) m * n * (1 - x) * (2 - x) * (1 + x) - z^2 * x * bend(x), 0, 1), 1))
  if (nap == 0) return(c(0, root(function(x) m * n * x * (2 - x) * (1 + x) - z^2 * (1 - x) * bend(x), 0, 1)))
  f <- function(x) m * n * (nap - x)^2 * (2 - x) * (1 + x) - z^2 * x * (1 - x) * bend(x)
  c(root(f, 0, nap), root(f, nap, 1))
}
effect_of <- function(d) {
  a <- known(d, 0); b <- known(d, 1); m <- length(a); n <- length(b)
  if (m == 0 || n == 0) return(c(effect = NA, se = NA, lower = NA, upper = NA, counted = 0))
  q <- outer(b, a, function(x, y) (x > y) + 0.5 * (x == y))
  nap <- mean(q)
  se <- NA
  if (m > 1 && n > 1) {
    kept <- min(1 - 0.5 / (m * n), max(0.5 / (m * n), nap))
    v <- (kept * (1 - kept) + n * mean((colMeans(q) - nap)^2) + m * mean((rowMeans(q) - nap)^2) - 2 * mean((q - nap)^2)) / ((m - 1) * (n - 1))
    if (v >= 0) se <- sqrt(v)
  }
  ends <- interval_of(nap, m, n)
  counted <- m >= study$least_points && n >= study$least_points && !is.na(se) && se > 0
  if (study$effect == "nap") c(effect = nap, se = se, lower = ends[1], upper = ends[2], counted = counted)
  else c(effect = 2 * nap - 1, se = 2 * se, lower = 2 * ends[1] - 1, upper = 2 * ends[2] - 1, counted = counted)
}
each <- lapply(people, effect_of)
for (key in names(each)) do.call(say, c(list("person", key), as.list(unname(each[[key]]))))

# All together: random effects by REML, interval and prediction by Hartung and Knapp.
ok <- Filter(function(one) one[["counted"]] == 1, each)
y <- vapply(ok, function(one) one[["effect"]], 0); v <- vapply(ok, function(one) one[["se"]]^2, 0); k <- length(ok)
if (k > 1) {
  w <- 1 / v; mu <- sum(w * y) / sum(w)
  tau2 <- max(0, (sum(w * (y - mu)^2) - (k - 1)) / (sum(w) - sum(w^2) / sum(w)))
  for (round in 1:1000) {
    w <- 1 / (v + tau2); mu <- sum(w * y) / sum(w)
    slope <- sum(w^2 * (y - mu)^2) - sum(w) + sum(w^2) / sum(w)
    information <- sum(w^2) - 2 * sum(w^3) / sum(w) + (sum(w^2) / sum(w))^2
    now <- max(0, tau2 + slope / information)
    if (abs(now - tau2) < 1e-14) break
    tau2 <- now
  }
  se <- sqrt(sum(w * (y - mu)^2) / ((k - 1) * sum(w))); reach <- qt(0.975, k - 1)
  say("pooled", mu, se, mu - reach * se, mu + reach * se)
  say("prediction", mu - reach * sqrt(tau2 + se^2), mu + reach * sqrt(tau2 + se^2))
}

# Between persons, on the scale of a group study: REML, an amount of their own for each person, independent errors (Pustejovsky, Hedges & Shadish 2014).
rows <- measured[measured$person %in% names(ok) & !is.na(measured$outcome), ]
if (k > 2) {
  x <- cbind(1, rows$later); n <- nrow(rows); p <- 2
  same <- outer(rows$person, rows$person, "==") * 1
  fit <- function(ratio) {
    inverted <- solve(diag(n) + ratio * same); spread <- solve(t(x) %*% inverted %*% x); b <- spread %*% t(x) %*% inverted %*% rows$outcome
    e <- rows$outcome - x %*% b; within <- as.numeric(t(e) %*% inverted %*% e) / (n - p)
    list(b = b, within = within, height = -0.5 * ((n - p) * log(within) + as.numeric(determinant(diag(n) + ratio * same)$modulus) - as.numeric(determinant(spread)$modulus)))
  }
  high <- 1
  while (fit(2 * high)$height > fit(high)$height && high < 1e8) high <- 2 * high
  ratio <- optimize(function(r) fit(r)$height, c(0, 2 * high), maximum = TRUE, tol = 1e-10)$maximum
  if (fit(0)$height >= fit(ratio)$height) ratio <- 0
  best <- fit(ratio); within <- best$within; between <- ratio * within; total <- between + within
  inverted <- solve(between * same + within * diag(n)); spread <- solve(t(x) %*% inverted %*% x)
  rest <- inverted - inverted %*% x %*% spread %*% t(x) %*% inverted
  ways <- list(rest %*% same, rest)
  information <- outer(1:2, 1:2, Vectorize(function(i, j) 0.5 * sum(ways[[i]] * t(ways[[j]]))))
  df <- 2 * total^2 / sum(solve(information)); j <- 1 - 3 / (4 * df - 1)
  g <- j * best$b[2] / sqrt(total); kappa <- spread[2, 2] / total
  se <- j * sqrt(df * kappa / (df - 2) + g^2 * (df / (df - 2) - 1 / j^2))
  if (df > 2) say("between", g, se, df, g - qt(0.975, df) * se, g + qt(0.975, df) * se)
}

# Reliable change of each person from the first value to the latest (Jacobson & Truax 1991), with the yardstick of the plan.
if (!is.na(study$reliability) && !is.na(study$spread)) for (key in names(people)) {
  all <- people[[key]]$outcome; all <- all[!is.na(all)]
  index <- if (length(all) > 1) (all[length(all)] - all[1]) / (sqrt(2) * study$spread * sqrt(1 - study$reliability)) else NA
  say("change", key, index, if (is.na(index)) "none" else if (abs(index) <= z) "within-error" else if (turn * index > 0) "better" else "worse")
}

# Weeks from the beginning of a plan to its completion: Kaplan-Meier with Greenwood's standard error.
plans <- read("plans.csv")
if (nrow(plans) > 0) {
  weeks <- pmax(0, as.numeric(as.Date(plans$followed_until) - as.Date(plans$begins_on))) / 7
  done <- plans$ending %in% study$completed
  surviving <- 1; variance <- 0
  for (time in sort(unique(weeks))) {
    at_risk <- sum(weeks >= time); events <- sum(weeks == time & done)
    surviving <- surviving * (1 - events / at_risk); if (events > 0) variance <- variance + events / (at_risk * (at_risk - events))
    say("completion", time, at_risk, events, surviving, if (surviving > 0) surviving * sqrt(variance) else NA)
  }
}
`
