package ro.caravana.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.reactive.UrlHandlerFilter;
import org.springframework.web.server.WebFilter;

/**
 * Addresses that people type from a poster or a letter. A slash at their end means nothing to whoever typed it, but would be another
 * address: it is taken off, before anybody is asked to sign in.
 */
@Configuration(proxyBeanMethods = false)
class TypedAddresses {
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 100)
    WebFilter withoutLastSlash() {
        return UrlHandlerFilter.trailingSlashHandler("/public/**", "/p/**")
                .redirect(HttpStatus.PERMANENT_REDIRECT)
                .build();
    }
}
