package ro.caravana.documents.web;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses of our own pages for paper: under the name the office has told us, or else the one by which the caller reached us. */
@Component
class OwnAddress {
    private final String publicUrl;

    OwnAddress(@Value("${caravana.public-url:}") String publicUrl) {
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    URI of(String path, ServerHttpRequest request) {
        return publicUrl.isEmpty()
                ? UriComponentsBuilder.fromUri(request.getURI())
                        .replacePath(path)
                        .replaceQuery(null)
                        .build()
                        .toUri()
                : URI.create(publicUrl + path);
    }
}
