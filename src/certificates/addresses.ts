/** Where certificates are; no address is spelled twice. */
export const certificatesPage = '/certificates'
export const newCertificatePage = `${certificatesPage}/new`
export const ownCertificatesPage = '/account/certificates'
export function certificatePage(certificateId: string): string { return `${certificatesPage}/${certificateId}` }
export function withdrawalsPage(certificateId: string): string { return `${certificatePage(certificateId)}/withdrawals` }
