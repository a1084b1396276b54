new PaymentRequest([{ supportedMethods: "https://js-payment-request.leak.test/pay" }], { total: { label: "a", amount: { currency: "EUR", value: "1" } } }).canMakePayment()
