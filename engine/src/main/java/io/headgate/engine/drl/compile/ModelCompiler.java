package io.headgate.engine.drl.compile;

import io.headgate.engine.drl.CompiledPack;
import io.headgate.engine.drl.DrlRule;
import io.headgate.engine.drl.Names;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.Results;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.internal.builder.InternalKieBuilder;

/** Has Drools compile what the inspector has let in. */
final class ModelCompiler {

  private final String packId;
  private final Mistakes mistakes;

  ModelCompiler(String packId, Mistakes mistakes) {
    this.packId = packId;
    this.mistakes = mistakes;
  }

  /**
   * Compiles a pack.
   *
   * @return its bytes, or null if Drools found mistakes
   */
  byte @Nullable [] compile(List<DrlInspector.Inspected> files) throws IOException {
    List<String> texts = files.stream().map(DrlInspector.Inspected::drl).toList();
    KieBuilder built = build(texts);
    if (built.getResults().hasMessages(Message.Level.ERROR)) {
      blame(files, built.getResults());
      return null;
    }
    InternalKieModule module = (InternalKieModule) built.getKieModule();
    String home = Names.packageOf(packId).replace('.', '/') + "/";
    Map<String, byte[]> classes = new TreeMap<>();
    String description = "";
    for (String name : module.getFileNames()) {
      if (name.startsWith(home) && name.endsWith(".class")) {
        String type = name.substring(0, name.length() - ".class".length()).replace('/', '.');
        classes.put(type, module.getBytes(name));
      } else if (name.endsWith("/drools-model")) {
        description = new String(module.getBytes(name), StandardCharsets.UTF_8);
      }
    }
    List<String> lines = description.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (lines.size() != 2 || !lines.get(0).startsWith("Drools-Model-Version:")) {
      throw new IOException("Drools made no model: " + description);
    }
    List<DrlRule> rules = new ArrayList<>();
    for (DrlInspector.Inspected file : files) {
      file.rules().forEach(rule -> rules.add(rule.data()));
    }
    rules.sort(Comparator.comparing(DrlRule::id));
    String version = lines.get(0).substring(lines.get(0).indexOf(':') + 1);
    long sources = checksum(files);
    byte[] bytes =
        new CompiledPack(packId, version, sources, lines.get(1), rules, classes).toBytes();
    // What the run would not take in must not leave the compiler either.
    CompiledPack.read(bytes);
    return bytes;
  }

  private static long checksum(List<DrlInspector.Inspected> files) {
    SortedMap<String, byte[]> texts = new TreeMap<>();
    for (DrlInspector.Inspected file : files) {
      texts.put(file.source().file(), file.source().text().getBytes(StandardCharsets.UTF_8));
    }
    return CompiledPack.checksum(texts);
  }

  private KieBuilder build(List<String> texts) {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    files.generateAndWritePomXML(services.newReleaseId("headgate", "pack", "1"));
    KieModuleModel module = services.newKieModuleModel();
    String home = Names.packageOf(packId).replace('.', '/') + "/";
    for (int i = 0; i < texts.size(); i++) {
      files.write("src/main/resources/" + home + "rules" + i + ".drl", texts.get(i));
    }
    // Rules that are built at the same time get their numbers by chance.
    module.setConfigurationProperty("drools.parallelRulesBuildThreshold", "-1");
    InternalKieBuilder builder = (InternalKieBuilder) services.newKieBuilder(files);
    return builder.withKModuleModel(module).buildAll(ExecutableModelProject.class);
  }

  /**
   * Drools seldom says where a mistake is, but each rule can be compiled alone: slow, and done only
   * when the whole has failed.
   */
  private void blame(List<DrlInspector.Inspected> files, Results whole) {
    for (DrlInspector.Inspected file : files) {
      for (Rules.Inspected rule : file.rules()) {
        Results results = build(List.of(alone(file, rule))).getResults();
        for (String message : said(results)) {
          mistakes.add(
              new Mistake(
                  file.source().file(),
                  rule.data().line(),
                  file.source().column(rule.start()),
                  rule.data().id(),
                  "Drools cannot compile this rule: " + message));
        }
      }
    }
    if (mistakes.isEmpty()) {
      String message = String.join(" ", said(whole));
      mistakes.add(
          files.get(0).source(), 0, "", "Drools cannot compile these rules together: " + message);
    }
  }

  /** The file with every other rule taken out, line by line. */
  private static String alone(DrlInspector.Inspected file, Rules.Inspected only) {
    List<Edit> edits = new ArrayList<>(List.of(file.header()));
    String text = file.source().text();
    for (Rules.Inspected rule : file.rules()) {
      if (rule.equals(only)) {
        edits.addAll(rule.edits());
      } else {
        String lines = text.substring(rule.start(), rule.end()).replaceAll("[^\n]", "");
        edits.add(new Edit(rule.start(), rule.end() - rule.start(), lines));
      }
    }
    return Edit.apply(text, edits);
  }

  private static List<String> said(Results results) {
    TreeSet<String> said = new TreeSet<>();
    for (Message message : results.getMessages(Message.Level.ERROR)) {
      String line = message.getText().lines().findFirst().orElse("").strip();
      if (!line.startsWith("Java source of ") && !line.isEmpty()) {
        said.add(line.endsWith(".") ? line : line + ".");
      }
    }
    return List.copyOf(said);
  }
}
