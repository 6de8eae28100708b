package ro.caravana.access;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets a controller's method take the {@link Viewer} as an argument. */
@Configuration(proxyBeanMethods = false)
class ViewerResolver implements WebFluxConfigurer, HandlerMethodArgumentResolver {
    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
        resolvers.addCustomResolver(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Viewer.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .<Object>map(ViewerResolver::viewer)
                .defaultIfEmpty(Viewer.PUBLIC);
    }

    private static Viewer viewer(Authentication who) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (Role role : Role.values()) {
            if (who.getAuthorities().stream().anyMatch(held -> ("ROLE_" + role.name()).equals(held.getAuthority()))) {
                roles.add(role);
            }
        }
        return new Viewer(who.getName(), roles);
    }
}
