new PaymentRequest([{ supportedMethods: document.title }], { total: { label: "a", amount: { currency: "EUR", value: "1" } } })
