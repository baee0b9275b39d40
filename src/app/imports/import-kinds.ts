import type { ImportKind } from '../../platform/import/import-kind.ts'
import { measureFiles } from '../../measures/index.ts'
import { referralFiles } from '../../referrals/index.ts'
import { sessionFiles } from '../../sessions/index.ts'

/** Every kind of file that can be imported, by page, by command and by the job that writes long ones. A new kind is one line. */
export const importKinds: readonly ImportKind[] = [referralFiles, sessionFiles, measureFiles]
