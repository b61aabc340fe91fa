package dev.reflux.schema.booking.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

/** A question that a business answers for all. */
@Entity
@Table(
        name = "faqs",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "faqs_business_id_question_key",
                        columnNames = {"business_id", "question"}))
public class Faq {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @ManyToOne(optional = false)
    @JoinColumn(foreignKey = @ForeignKey(name = "faqs_business_id_fkey"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    Business business;

    @Column(nullable = false, columnDefinition = "text")
    String question;

    @Column(nullable = false, columnDefinition = "text")
    String answer;

    @Column(nullable = false)
    @ColumnDefault("0")
    int position;
}
