/** Stands in for what mcconfig makes of a manifest's config for a device or simulator (manifests/tls.json). */
export default { tls: { DHE_RSA: false, ECDHE_RSA: true } };
