navigator.credentials.get({ identity: { providers: [{ configURL: "https://js-credentials-federated.leak.test/fedcm.json", clientId: "1" }] } })
