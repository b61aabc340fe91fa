package dev.reflux.source;

import java.util.Optional;

/**
 * How new revision files are named and what stands in them besides the revision itself.
 *
 * @param fileName the pattern of their names, for instance <code>{year}/{month}/{id}_{slug}</code>; see
 *     {@link FileNamePattern}. If empty, <code>{id}_{slug}</code>, and <code>R{id}_{slug}</code> for Java
 * @param template the text around the parts of a revision; see {@link Template}. If empty, nothing but the parts
 */
public record RevisionLayout(Optional<FileNamePattern> fileName, Optional<Template> template) {

    /** What files have if nobody says otherwise. */
    public static final RevisionLayout STANDARD = new RevisionLayout(Optional.empty(), Optional.empty());

    /** The path of a file without its extension, with slashes between directories. */
    String path(RevisionDraft draft, FileNamePattern otherwise) {
        return fileName.orElse(otherwise).path(draft.node());
    }
}
