package dev.reflux.schema.jpa;

import java.io.Serial;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitJoinTableNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;

/**
 * Names as Spring Boot's {@code SpringImplicitNamingStrategy} makes them: a join table ends in the name of the property that needs
 * it, so that two of them between the same tables differ.
 */
final class SpringNames extends ImplicitNamingStrategyJpaCompliantImpl {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public Identifier determineJoinTableName(ImplicitJoinTableNameSource source) {
        String name = source.getOwningPhysicalTableName() + "_"
                + source.getAssociationOwningAttributePath().getProperty();
        return toIdentifier(name, source.getBuildingContext());
    }
}
