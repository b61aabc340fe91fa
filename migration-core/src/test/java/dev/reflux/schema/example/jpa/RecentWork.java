package dev.reflux.schema.example.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.View;

/** A view, which is left out. */
@Entity
@View(query = "select work_number from library.work")
public class RecentWork {

    @Id
    Integer workNumber;
}
