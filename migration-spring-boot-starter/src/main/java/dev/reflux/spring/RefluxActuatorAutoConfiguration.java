package dev.reflux.spring;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The endpoint {@code reflux} and the health contributor {@code reflux}, where the application has Spring Boot's actuator. */
@AutoConfiguration(after = RefluxAutoConfiguration.class)
public final class RefluxActuatorAutoConfiguration {

    /** Made by Spring. */
    RefluxActuatorAutoConfiguration() {}

    /** The endpoint. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
    @ConditionalOnBean(SchemaStatus.class)
    static class EndpointConfiguration {

        @Bean
        @ConditionalOnMissingBean
        @ConditionalOnAvailableEndpoint
        RefluxEndpoint refluxEndpoint(SchemaStatus status) {
            return new RefluxEndpoint(status);
        }
    }

    /** The health contributor. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({ReactiveHealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
    @ConditionalOnBean(SchemaStatus.class)
    static class HealthConfiguration {

        @Bean
        @ConditionalOnEnabledHealthIndicator("reflux")
        @ConditionalOnMissingBean(name = "refluxHealthIndicator")
        RefluxHealthIndicator refluxHealthIndicator(SchemaStatus status) {
            return new RefluxHealthIndicator(status);
        }
    }
}
