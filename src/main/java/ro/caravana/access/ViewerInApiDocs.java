package ro.caravana.access;

import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;

/** Keeps the {@link Viewer} argument out of the API description: it comes from the sign-in, not from a query parameter. */
@Configuration(proxyBeanMethods = false)
class ViewerInApiDocs {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Viewer.class);
    }
}
