package dev.reflux.schema.example.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.Filter;

/** Has numbers from a sequence, a collection, and a join table. */
@Entity
@Filter(name = "recent", condition = "true")
public class Author {

    @Id
    @GeneratedValue
    Long id;

    @Column(length = 100)
    String fullName;

    @ElementCollection
    List<String> penNames;

    @ManyToMany
    Set<Work> writtenWorks;
}
