WITH business AS (
    INSERT INTO businesses (name, slug, country, time_zone)
    SELECT 'Salon Hermann', 'salon-hermann', 'DE', 'Europe/Berlin'
    WHERE NOT EXISTS (SELECT FROM businesses)
    ON CONFLICT (slug) DO NOTHING
    RETURNING id
), new_services AS (
    INSERT INTO services (business_id, name, duration_minutes, price_cents, currency, tags)
    SELECT business.id, offer.name, offer.minutes, offer.cents, 'EUR', offer.tags
    FROM business, (VALUES
        ('Cut and wash', 45, 3900, ARRAY['hair']),
        ('Colour', 90, 7500, ARRAY['hair']),
        ('Beard trim', 20, 1800, ARRAY['beard'])
    ) AS offer (name, minutes, cents, tags)
    RETURNING id, name
), new_staff AS (
    INSERT INTO staff (business_id, name, role)
    SELECT business.id, person.name, person.role::staff_role
    FROM business, (VALUES ('Grace', 'owner'), ('Linus', 'employee')) AS person (name, role)
    RETURNING id, name
), skills AS (
    INSERT INTO staff_services (staff_id, service_id)
    SELECT new_staff.id, new_services.id FROM new_staff, new_services
    WHERE new_staff.name = 'Grace' OR new_services.name <> 'Colour'
)
INSERT INTO faqs (business_id, question, answer, keywords)
SELECT business.id, faq.question, faq.answer, faq.keywords
FROM business, (VALUES
    ('Where can I park?', 'In the yard behind the house, for free.', ARRAY['parking', 'car']),
    ('How do I cancel a booking?', 'Call us until the evening before. It costs nothing.', ARRAY['cancel']),
    ('Which cards do you take?', 'All debit and credit cards, and cash.', ARRAY['payment'])
) AS faq (question, answer, keywords)
