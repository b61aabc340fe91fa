package dev.reflux.picture;

/** The style sheet of the pictures: for light and for dark, as the reader's system is set. */
final class Colors {

    /** Applies inside an element of the class {@code reflux-graph} alone, so that a page of somebody else can hold it. */
    static final String STYLE = """
            .reflux-graph {
              --paper: #ffffff; --ink: #1b2128; --faint: #646e78; --rule: #e6e9ed; --bad: #c62828; --tag: #eef1f5;
              --lane-0: #2563c9; --lane-1: #b3541e; --lane-2: #21804a; --lane-3: #8a3fb0; --lane-4: #a8780a;
              --lane-5: #0c7f8c; --lane-6: #c2377a; --lane-7: #5d6470;
              background: var(--paper); color: var(--ink);
              font-family: system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif;
            }
            @media (prefers-color-scheme: dark) {
              .reflux-graph {
                --paper: #14181d; --ink: #e4e8ec; --faint: #98a2ad; --rule: #272d35; --bad: #ff7b72; --tag: #252c35;
                --lane-0: #79a8ff; --lane-1: #f0a066; --lane-2: #63c98b; --lane-3: #cf94f0; --lane-4: #e3bd55;
                --lane-5: #56c7d4; --lane-6: #f58ab8; --lane-7: #a6afba;
              }
            }
            .reflux-graph .lane-0 { --lane: var(--lane-0); } .reflux-graph .lane-1 { --lane: var(--lane-1); }
            .reflux-graph .lane-2 { --lane: var(--lane-2); } .reflux-graph .lane-3 { --lane: var(--lane-3); }
            .reflux-graph .lane-4 { --lane: var(--lane-4); } .reflux-graph .lane-5 { --lane: var(--lane-5); }
            .reflux-graph .lane-6 { --lane: var(--lane-6); } .reflux-graph .lane-7 { --lane: var(--lane-7); }
            .reflux-graph .line { fill: none; stroke: var(--lane); stroke-width: 2; }
            .reflux-graph .line.pending { opacity: .55; }
            .reflux-graph .line.dependency { stroke-dasharray: 3 4; }
            .reflux-graph .dot { fill: var(--lane); stroke: var(--lane); stroke-width: 2; }
            .reflux-graph .dot.pending { fill: var(--paper); }
            .reflux-graph .dot.unfinished { fill: var(--paper); stroke: var(--bad); stroke-dasharray: 3 2; }
            .reflux-graph .dot.unknown { fill: var(--bad); stroke: var(--bad); }
            .reflux-graph .halo { fill: none; stroke: var(--lane); stroke-width: 1.5; opacity: .6; }
            """;

    private Colors() {}
}
