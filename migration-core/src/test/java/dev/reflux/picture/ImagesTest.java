package dev.reflux.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The forms that other programs draw. */
class ImagesTest {

    private static final Standings SOME = new Standings(Set.of(RevisionId.of("a1"), RevisionId.of("b2")), Set.of());

    private static final String HOSTILE = "</style><script>alert(1)</script> ]]> \u0000\u202E \uD800 {{}} %s \" '";

    private static final RevisionGraph HOSTILE_GRAPH =
            RevisionGraph.of(List.of(PictureTest.node("a1", HOSTILE, List.of())));

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Document document, String element) {
        NodeList found = document.getElementsByTagName(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    @Test
    void svg_isAnImageWithALineForEachEdge_andTheWordsOfEachRevision() throws Exception {
        Document svg = parsed(SvgPicture.of(Picture.of(PictureTest.DIAMOND, SOME)));

        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(6);
        assertThat(texts(svg, "text"))
                .containsExactly(
                        "join",
                        "head · pending · e5 · e5.sql",
                        "create <invoices> & \"lines\"",
                        "pending · billing · d4 · 2026-11-21 · d4.sql",
                        "add fax",
                        "pending · c3 · c3.sql",
                        "add phone",
                        "current · b2 · b2.sql",
                        "create customers",
                        "a1 · a1.sql");
        assertThat(texts(svg, "title")).containsExactly("5 revisions, 2 applied, 3 pending");
    }

    @Test
    void html_needsNothingElse_andHasARowForEachRevision() throws Exception {
        String page = HtmlPicture.of(Picture.of(PictureTest.DIAMOND, SOME), "shop & co");

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<title>shop &amp; co</title>", "prefers-color-scheme: dark", "width=device-width")
                .doesNotContain("http:", "https:", "<script", "url(");
        Document section = parsed(HtmlPicture.section(Picture.of(PictureTest.DIAMOND, SOME), "shop & co"));
        assertThat(texts(section, "h1")).containsExactly("shop & co");
        assertThat(texts(section, "li"))
                .containsExactly(
                        "applied",
                        "pending",
                        "depends on",
                        "joinheadpendinge5 · e5.sql",
                        "create <invoices> & \"lines\"pendingbillingd4 · 2026-11-21 · d4.sql",
                        "add faxpendingc3 · c3.sql",
                        "add phonecurrentb2 · b2.sql",
                        "create customersa1 · a1.sql");
    }

    @Test
    void messages_cannotBreakOut() throws Exception {
        Picture picture = Picture.of(HOSTILE_GRAPH);

        String shown = "</style><script>alert(1)</script> ]]> \uFFFD\uFFFD \uFFFD {{}} %s \" '";
        assertThat(texts(parsed(SvgPicture.of(picture)), "text")).contains(shown);
        assertThat(texts(parsed(HtmlPicture.section(picture, HOSTILE)), "h1")).containsExactly(shown);
        assertThat(HtmlPicture.of(picture, HOSTILE)).doesNotContain("<script");
        assertThat(MermaidPicture.of(picture)).doesNotContain("<script", "\" '");
        assertThat(DotPicture.of(picture)).contains("\\\" '\\n(head)\"");
    }

    @Test
    void mermaid_isAFlowChart() {
        assertThat(MermaidPicture.of(Picture.of(PictureTest.DIAMOND, SOME))).isEqualTo("""
                flowchart TB
                    r0["e5<br>join<br>(head, pending)"]
                    r1["d4<br>create #60;invoices#62; #38; #34;lines#34;<br>(pending, billing)"]
                    r2["c3<br>add fax<br>(pending)"]
                    r3["b2<br>add phone<br>(current)"]
                    r4["a1<br>create customers"]
                    r0 --> r2
                    r0 --> r1
                    r1 --> r4
                    r1 -.-> r3
                    r2 --> r3
                    r3 --> r4
                    classDef pending stroke-dasharray: 4 4
                    class r0,r1,r2 pending
                """);
    }

    @Test
    void dot_isAGraphOfGraphviz() {
        assertThat(DotPicture.of(Picture.of(PictureTest.DIAMOND, SOME)))
                .startsWith("digraph revisions {\n")
                .contains(
                        "  \"d4\" [label=\"d4\\ncreate <invoices> & \\\"lines\\\"\\n(pending, billing)\","
                                + " style=\"rounded,dashed\"];\n",
                        "  \"e5\" -> \"c3\";\n",
                        "  \"d4\" -> \"b2\" [style=dashed, constraint=false];\n")
                .endsWith("}\n");
    }
}
