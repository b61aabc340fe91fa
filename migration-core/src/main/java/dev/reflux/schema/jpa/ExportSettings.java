package dev.reflux.schema.jpa;

import java.util.Map;

/**
 * The settings of an export.
 *
 * @param all what Hibernate found in its {@code hibernate.properties}; changed
 */
record ExportSettings(Map<String, Object> all) {

    private static final String NAMING = "naming";
    private static final String OLDEST_POSTGRES = "14";
    private static final String SNAKE_CASE = "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy";

    /** Adds these settings, then what is not said yet. Whatever would lead to a connection is taken away. */
    void complete(Map<String, String> settings) {
        all.putAll(settings);
        all.keySet().removeIf(ExportSettings::connects);
        all.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        if (!all.containsKey("hibernate.dialect")) {
            all.put("jakarta.persistence.database-product-name", "PostgreSQL");
            all.putIfAbsent("jakarta.persistence.database-major-version", OLDEST_POSTGRES);
        }
        if (!"jpa".equals(all.remove(NAMING))) {
            all.putIfAbsent("hibernate.physical_naming_strategy", SNAKE_CASE);
            all.putIfAbsent("hibernate.implicit_naming_strategy", new SpringNames());
        }
    }

    private static boolean connects(String setting) {
        return setting.startsWith("hibernate.connection.")
                || setting.startsWith("jakarta.persistence.jdbc.")
                || setting.startsWith("jakarta.persistence.schema-generation.")
                || setting.startsWith("hibernate.hbm2ddl.");
    }
}
