package ro.caravana.web;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.web.reactive.config.BlockingExecutionConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/**
 * The one bridge between the event loop and blocking work. Controllers are written plainly; those that do not answer with a
 * reactive type run here, so that a slow query never stops the loop.
 */
@Configuration(proxyBeanMethods = false)
class BlockingBridge implements WebFluxConfigurer, DisposableBean {
    private static final int WORKERS = 16; // a few more than the database's connections
    private static final int WAITING = 1_000;

    private final ThreadPoolTaskExecutor workers = new ThreadPoolTaskExecutor();

    BlockingBridge() {
        workers.setCorePoolSize(WORKERS);
        workers.setMaxPoolSize(WORKERS);
        workers.setQueueCapacity(WAITING);
        workers.setThreadNamePrefix("request-");
        workers.setWaitForTasksToCompleteOnShutdown(true);
        workers.setAwaitTerminationSeconds(10);
        workers.initialize();
    }

    @Override
    public void configureBlockingExecution(BlockingExecutionConfigurer configurer) {
        configurer.setExecutor(workers);
    }

    @Override
    public void destroy() {
        workers.shutdown();
    }
}
