package dev.reflux.schema.booking.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.type.SqlTypes;

/** Who does the work. */
@Entity
@Table(name = "staff")
public class StaffMember extends Identified {

    @ManyToOne(optional = false)
    @JoinColumn(foreignKey = @ForeignKey(name = "staff_business_id_fkey"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    Business business;

    @Column(nullable = false, length = 200)
    String name;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(nullable = false, length = 40)
    @ColumnDefault("'{}'")
    List<String> skills;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> workingHours;
}
