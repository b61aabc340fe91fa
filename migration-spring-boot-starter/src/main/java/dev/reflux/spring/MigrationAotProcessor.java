package dev.reflux.spring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.generate.GeneratedFiles.Kind;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.TypeReference;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.aot.BeanFactoryInitializationCode;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.util.ResourceUtils;

/**
 * Finds the revisions of an application when it is compiled ahead of time, so that a native image has them: classes may be
 * created, SQL files are in it, and an {@linkplain MigrationIndex index} stands for the search.
 */
final class MigrationAotProcessor implements BeanFactoryInitializationAotProcessor {

    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beanFactory) {
        if (beanFactory.getBeanNamesForType(StartUpMigration.class, false, false).length == 0) {
            return null;
        }
        Environment environment = beanFactory.getBean(Environment.class);
        RefluxProperties properties = Binder.get(environment).bindOrCreate("reflux", RefluxProperties.class);
        ClassPathSearch search = new ClassPathSearch(
                new DefaultResourceLoader(beanFactory.getBeanClassLoader()), new MigrationIndex(Map.of()));
        Map<String, List<String>> classes = new LinkedHashMap<>();
        properties.packages().forEach(name -> classes.put(name, search.namesIn(name)));
        return new Contribution(properties, new MigrationIndex(classes));
    }

    /**
     * What is added to the application.
     *
     * @param properties as they are at build time
     * @param index of the packages
     */
    private record Contribution(RefluxProperties properties, MigrationIndex index)
            implements BeanFactoryInitializationAotContribution {

        @Override
        public void applyTo(GenerationContext context, BeanFactoryInitializationCode code) {
            context.getGeneratedFiles()
                    .addFile(Kind.RESOURCE, MigrationIndex.LOCATION, new ByteArrayResource(index.toBytes()));
            RuntimeHints hints = context.getRuntimeHints();
            hints.resources().registerPattern(MigrationIndex.LOCATION);
            index.classes()
                    .values()
                    .forEach(names -> names.forEach(name -> hints.reflection()
                            .registerType(TypeReference.of(name), MemberCategory.INVOKE_PUBLIC_CONSTRUCTORS)));
            properties.packages().forEach(name -> register(hints, name.replace('.', '/')));
            properties.locations().stream()
                    .filter(location -> location.startsWith(ResourceUtils.CLASSPATH_URL_PREFIX))
                    .map(location -> location.substring(ResourceUtils.CLASSPATH_URL_PREFIX.length()))
                    .forEach(path -> register(hints, path.replaceFirst("^/", "")));
        }

        private static void register(RuntimeHints hints, String path) {
            hints.resources().registerPattern(ClassPathSearch.pattern(path));
        }
    }
}
