package ro.caravana.register.web;

import io.swagger.v3.oas.annotations.media.Schema;

/** A batch as it came over the wire, not looked at yet; at most 5 MB. */
@Schema(type = "string", description = "one JWS in compact serialisation (RFC 7515)")
record BatchText(byte[] bytes) {}
