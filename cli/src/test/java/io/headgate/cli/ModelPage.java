package io.headgate.cli;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The model as tables, from the sources of its types: what they say of themselves, and no more. */
final class ModelPage {

  private final Map<String, String> facts = new TreeMap<>();
  private final Map<String, String> others = new TreeMap<>();

  private ModelPage() {}

  /**
   * The sections of the page.
   *
   * @param sources the directory of the model's package
   */
  static String of(Path sources) throws IOException {
    ModelPage page = new ModelPage();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> files = Files.list(sources);
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<Path> java = files.filter(file -> !file.endsWith("package-info.java")).sorted().toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(java));
      DocTrees docs = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        TreePath path = new TreePath(unit);
        for (Tree type : unit.getTypeDecls()) {
          page.type((ClassTree) type, "", new TreePath(path, type), docs);
        }
      }
    }
    return "\n## What lies in a bundle\n\nEach is a fact for rules in DRL.\n"
        + String.join("", page.facts.values())
        + "\n## What these are made of\n"
        + String.join("", page.others.values());
  }

  private void type(ClassTree type, String outer, TreePath path, DocTrees docs) {
    boolean inInterface =
        path.getParentPath().getLeaf() instanceof ClassTree parent
            && parent.getKind() == Tree.Kind.INTERFACE;
    if (!inInterface && !type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
      return;
    }
    String name = outer + type.getSimpleName();
    DocCommentTree comment = docs.getDocCommentTree(path);
    StringBuilder section = new StringBuilder("\n### " + name + "\n\n");
    section.append(comment == null ? "" : text(comment.getFullBody()) + "\n");
    if (type.getKind() == Tree.Kind.ENUM) {
      section.append('\n').append(constants(type, path, docs));
    } else {
      List<String> rows = rows(type, path, docs, comment);
      if (!rows.isEmpty()) {
        section.append("\n| name | type | located | what it is |\n| --- | --- | --- | --- |\n");
        rows.forEach(section::append);
      }
    }
    boolean fact =
        name.equals("Bundle")
            || type.getImplementsClause().stream().anyMatch(t -> t.toString().equals("Resource"));
    (fact ? facts : others).put(name, section.toString());
    for (Tree member : type.getMembers()) {
      if (member instanceof ClassTree nested) {
        type(nested, name + ".", new TreePath(path, nested), docs);
      }
    }
  }

  private static List<String> rows(
      ClassTree type, TreePath path, DocTrees docs, @Nullable DocCommentTree comment) {
    Map<String, String> components = new HashMap<>();
    if (comment != null) {
      for (DocTree tag : comment.getBlockTags()) {
        if (tag instanceof ParamTree param) {
          components.put(param.getName().toString(), text(param.getDescription()));
        }
      }
    }
    List<String> rows = new ArrayList<>();
    boolean isRecord = type.getKind() == Tree.Kind.RECORD;
    boolean isInterface = type.getKind() == Tree.Kind.INTERFACE;
    for (Tree member : type.getMembers()) {
      if (isRecord
          && member instanceof VariableTree field
          && !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
        String name = field.getName().toString();
        rows.add(
            row(name, field.getType(), field.getModifiers(), components.getOrDefault(name, "")));
      } else if (member instanceof MethodTree method && isAsked(method, isInterface)) {
        DocCommentTree said = docs.getDocCommentTree(new TreePath(path, method));
        String name =
            method.getName()
                + method.getParameters().stream()
                    .map(parameter -> parameter.getType() + " " + parameter.getName())
                    .collect(Collectors.joining(", ", "(", ")"));
        rows.add(
            row(
                name,
                method.getReturnType(),
                method.getModifiers(),
                said == null ? "" : text(said.getFullBody())));
      }
    }
    return rows;
  }

  /** Whether rules can ask it: not how the thing is made, nor what all things have. */
  private static boolean isAsked(MethodTree method, boolean inInterface) {
    ModifiersTree modifiers = method.getModifiers();
    return method.getReturnType() != null
        && (inInterface || modifiers.getFlags().contains(Modifier.PUBLIC))
        && !modifiers.getFlags().contains(Modifier.STATIC)
        && modifiers.getAnnotations().stream()
            .noneMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
  }

  private static String row(String name, Tree type, ModifiersTree modifiers, String text) {
    String written = type.toString().replace("@Nullable ", "");
    boolean located = written.startsWith("Located<");
    boolean nullable =
        !written.equals(type.toString())
            || modifiers.getAnnotations().stream()
                .anyMatch(a -> a.getAnnotationType().toString().equals("Nullable"));
    String shown = located ? written.substring("Located<".length(), written.length() - 1) : written;
    return "| `"
        + name
        + "` | `"
        + shown
        + "`"
        + (nullable ? " or null" : "")
        + " | "
        + (located ? "yes" : written.startsWith("List<Located<") ? "each" : "")
        + " | "
        + text.replace("|", "\\|")
        + " |\n";
  }

  private static String constants(ClassTree type, TreePath path, DocTrees docs) {
    StringBuilder list = new StringBuilder();
    for (Tree member : type.getMembers()) {
      if (member instanceof VariableTree constant
          && constant.getType() != null
          && constant.getType().toString().equals(type.getSimpleName().toString())) {
        DocCommentTree said = docs.getDocCommentTree(new TreePath(path, constant));
        list.append("- `").append(constant.getName()).append('`');
        list.append(said == null ? "" : ": " + text(said.getFullBody())).append('\n');
      }
    }
    return list.toString();
  }

  /** Javadoc as Markdown, on one line. */
  private static String text(List<? extends DocTree> trees) {
    StringBuilder text = new StringBuilder();
    for (DocTree tree : trees) {
      if (tree instanceof LiteralTree literal) {
        text.append('`').append(literal.getBody().getBody().strip()).append('`');
      } else if (tree instanceof LinkTree link) {
        String reference = link.getReference().getSignature();
        text.append('`').append(reference.replaceFirst("^#", "").replace('#', '.')).append('`');
      } else if (tree.getKind() == DocTree.Kind.START_ELEMENT
          || tree.getKind() == DocTree.Kind.END_ELEMENT) {
        text.append(tree.toString().contains("em>") ? "*" : " ");
      } else {
        text.append(tree);
      }
    }
    return text.toString().replaceAll("\\s+", " ").strip();
  }
}
