/** What mcconfig makes of a manifest's config where there is a device or a simulator (manifests/tls.json). */
export default { tls: { DHE_RSA: false, ECDHE_RSA: true } };
