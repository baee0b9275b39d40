import type { Hono } from 'hono'
import packageFile from '../../../package.json' with { type: 'json' }
import { answerWith, apiDescription, doorkeeper, show, type mountApi, type Ports } from '../../platform/doors/index.ts'
import { reading, readerOf } from '../../platform/words/index.ts'
import { Block, DetailsFold, Empty, PageHead, Table, Tag } from '../../platform/page/index.ts'
import { allRefusals } from './refusals.ts'
import { t } from '../words.ts'

/** The description needs no sign-in: it says what can be called, and nothing about anybody. */
export function addApiDocs(app: Hono, ports: Ports, api: ReturnType<typeof mountApi>): void {
  const describe = () => apiDescription(api, packageFile.version)
  app.get(describedAt, (c) => c.json(describe()))
  app.get('/api/docs', async (c) => {
    const reader = await ports.whoIs(c) ?? doorkeeper(ports.languageOf(c))
    const title = reading(readerOf(reader.language, ports.timeZone), () => t('app.api.title'))
    return answerWith(c, ports, reader, show({ title, body: <ApiDocs description={describe() as Description} /> }))
  })
}

/** As much of an OpenAPI description as the page about it reads. */
type Description = {
  info: { title: string, version: string }
  paths?: Record<string, Partial<Record<'get' | 'post', Operation>>>
}

type Operation = { summary?: string, tags?: string[], parameters?: { name: string, in: string, required?: boolean }[], requestBody?: unknown, responses?: Record<string, { description: string }> }

/** The description of the interface for people: made from the same description that programs read, without a script. */
const describedAt = '/api/openapi.json'

function ApiDocs({ description }: { description: Description }) {
  const calls = Object.entries(description.paths ?? {}).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })))
  const records = [...new Set(calls.map(({ operation }) => operation.tags?.[0] ?? ''))]
  return <>
    <PageHead title={t('app.api.title')} sub={t('app.api.sub', { version: description.info.version })} />
    <p class="ds-paragraph">{t('app.api.how')} <a class="ds-link" href={describedAt}>{describedAt}</a></p>
    {calls.length === 0 && <Empty>{t('app.api.empty')}</Empty>}
    {records.map((record) => <Block title={record.replaceAll('_', ' ')}>
      {calls.filter(({ operation }) => operation.tags?.[0] === record).map((call) => <Call {...call} />)}
    </Block>)}
    <Block title={t('app.api.refusals')}><Table caption={t('app.api.refusals.about')} columns={[{ label: t('app.api.code') }, { label: t('app.api.status') }]}
      rows={allRefusals.flatMap((list) => Object.entries(list)).map(([code, { status }]) => [<code id={code}>{code}</code>, String(status)])} /></Block>
  </>
}

function Call({ path, method, operation }: { path: string, method: string, operation: Operation }) {
  const id = `${method}${path}`.replaceAll(/[^a-z]+/gi, '-')
  return <div id={id}>
    <p class="ds-paragraph"><Tag>{method.toUpperCase()}</Tag> <code>{path}</code></p>
    <p class="ds-paragraph" data-size="sm">{operation.summary ?? ''}</p>
    <DetailsFold summary={t('app.api.details')}>
      {operation.parameters && operation.parameters.length > 0 && <Table caption={t('app.api.parameters')} columns={[{ label: t('app.api.name') }, { label: t('app.api.where') }]}
        rows={operation.parameters.map((parameter) => [parameter.name, parameter.in])} />}
      {operation.requestBody !== undefined && <pre class="prose"><code>{JSON.stringify(operation.requestBody, null, 2)}</code></pre>}
      <Table caption={t('app.api.answers')} columns={[{ label: t('app.api.status') }, { label: t('app.api.meaning') }]}
        rows={Object.entries(operation.responses ?? {}).map(([status, { description }]) => [status, description])} />
    </DetailsFold>
  </div>
}
