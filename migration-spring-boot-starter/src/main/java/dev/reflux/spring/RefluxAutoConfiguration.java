package dev.reflux.spring;

import dev.reflux.Migration;
import dev.reflux.event.MigrationEvent;
import dev.reflux.r2dbc.Migrator;
import dev.reflux.source.Migrations;
import io.r2dbc.spi.ConnectionFactory;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ResourceLoader;
import reactor.core.publisher.Flux;

/** Migrates at start-up. A {@link Migrator} bean of the application takes the place of the one that is made here. */
@AutoConfiguration(after = R2dbcAutoConfiguration.class)
@ConditionalOnClass(ConnectionFactory.class)
@ConditionalOnProperty(name = "reflux.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RefluxProperties.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
public final class RefluxAutoConfiguration {

    /** Made by Spring. */
    RefluxAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(Migrator.class)
    ConfiguredMigrators refluxConfiguredMigrators(
            RefluxProperties properties,
            ObjectProvider<ConnectionFactory> factories,
            ResourceLoader loader,
            ObjectProvider<Migration> migrations,
            ObjectProvider<Migrations> collections) {
        MigrationSources sources =
                new MigrationSources(properties, new ClassPathSearch(loader, MigrationIndex.read(loader)));
        return new ConfiguredMigrators(
                properties,
                new MigrationConnections(properties, Optional.ofNullable(factories.getIfUnique())),
                sources.all(
                        migrations.orderedStream().toList(),
                        collections.orderedStream().toList()));
    }

    @Bean
    @ConditionalOnMissingBean
    Migrator refluxMigrator(ConfiguredMigrators migrators) {
        return migrators.forRuns();
    }

    @Bean
    SchemaStatus refluxSchemaStatus(Migrator migrator, ObjectProvider<ConfiguredMigrators> migrators) {
        ConfiguredMigrators configured = migrators.getIfAvailable();
        return new SchemaStatus(configured == null ? migrator : configured.forStatus());
    }

    @Bean
    StartUpMigration refluxStartUpMigration(
            RefluxProperties properties, Migrator migrator, ObjectProvider<MigrationEventsCustomizer> customizers) {
        String[] targets = properties.target().toArray(String[]::new);
        Flux<MigrationEvent> events =
                migrator.start(properties.policy(), targets).doOnNext(LogLine::write);
        for (MigrationEventsCustomizer customizer : customizers.orderedStream().toList()) {
            events = customizer.customize(events);
        }
        return new StartUpMigration(events);
    }

    /** Where beans are created when they are first used, this one is not: it would be too late. */
    @Bean
    static LazyInitializationExcludeFilter refluxStartUpMigrationIsNotLazy() {
        return LazyInitializationExcludeFilter.forBeanTypes(StartUpMigration.class);
    }
}
