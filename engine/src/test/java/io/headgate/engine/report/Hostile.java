package io.headgate.engine.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names that were made to break Markdown, HTML, XML, workflow commands and terminals. */
public final class Hostile {

  /** The names; each has a capital letter, so that a rule of the test pack speaks of it. */
  public static final List<String> NAMES =
      List.of(
          "A::error file=x,line=1::pwned",
          "A%0A::error::pwned",
          "A\n::set-output name=pwned::yes",
          "A\r\n::stop-commands::pwned",
          "A##[add-mask]pwned",
          "A##vso[task.complete result=Succeeded;]pwned",
          "A, line=7,title=pwned::x",
          "A\u001b[31mred\u001b]8;;http://pwned.example\u0007link\u001b]8;;\u0007",
          "A\u009b31mred",
          "A\u202Egnp.exe\u2066\u200B",
          "A<script>alert(1)</script><img src=x onerror=alert(1)>",
          "A--><h1>pwned</h1><!--",
          "A]]><testcase name=\"pwned\"/><![CDATA[",
          "A\"/><failure/>&pwned;&#10;",
          "A](http://pwned.example) ![x](http://pwned.example/x.png) [y",
          "A | pwned | `code` ``more`` *bold* _under_ ~~struck~~",
          "A``` \\` \\| \\",
          "A @pwned #1 !1 ~label %milestone $1 &2 ^3 :smile: user@pwned.example www.pwned.example",
          "A\n\n# pwned\n\n- x\n\n/close\n/approve",
          "A$`pwned`$ $$pwned$$",
          "A\uFFFE\uFFFF",
          "A" + "`".repeat(40),
          "A" + "🙂".repeat(3000));

  private Hostile() {}

  /** A landscape with these names. */
  public static Map<String, String> landscape() {
    Map<String, String> files = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(NAMES);
    for (int i = 0; i < names.size(); i++) {
      files.put(
          "kafka/topics/" + i + " ::error `|<b>@x,50%.yaml",
          "name: " + quoted(names.get(i)) + "\nreplication: 1\n");
    }
    return files;
  }

  /** A double-quoted scalar, ASCII alone. */
  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
