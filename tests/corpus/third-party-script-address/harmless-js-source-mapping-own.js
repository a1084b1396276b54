void 0
//# sourceMappingURL=a.js.map
