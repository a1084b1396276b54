<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
<xsl:template match="/"><html><img src="https://xslt-literal-img.leak.test/x.png"/></html></xsl:template>
</xsl:stylesheet>
