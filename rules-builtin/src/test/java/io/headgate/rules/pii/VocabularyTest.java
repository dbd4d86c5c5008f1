package io.headgate.rules.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class VocabularyTest {

  static final List<String> PACKS = Vocabulary.PACKS;

  @ParameterizedTest
  @FieldSource("PACKS")
  void everyTermIsWrittenAsNamesAreRead(String pack) {
    List<String> unreadable = new ArrayList<>();
    terms(pack)
        .forEach(
            (term, head) -> {
              if (!String.join(" ", Tokens.of(term)).equals(term)) {
                unreadable.add(term);
              }
            });
    assertThat(unreadable).isEmpty();
  }

  @Test
  void noTermMeansTwoClasses() {
    Map<String, String> classes = new HashMap<>();
    List<String> contradictions = new ArrayList<>();
    for (String pack : Vocabulary.PACKS) {
      terms(pack)
          .forEach(
              (term, head) -> {
                String type = head.replaceAll(" [!+?]$", "");
                String other = classes.putIfAbsent(term, type);
                if (other != null && !other.equals(type)) {
                  contradictions.add(term + ": " + other + ", " + type);
                }
              });
    }
    assertThat(contradictions).isEmpty();
  }

  @Test
  void everyClassHasTerms() {
    List<String> heads = new ArrayList<>();
    Vocabulary.PACKS.forEach(pack -> heads.addAll(terms(pack).values()));
    for (PersonalData type : PersonalData.values()) {
      assertThat(heads).anyMatch(head -> head.startsWith(type.word() + " "));
    }
  }

  @Test
  void anUnknownPluralIsItsSingular() {
    Vocabulary vocabulary = Vocabulary.get();
    assertThat(vocabulary.known("emails")).isEqualTo("email");
    assertThat(vocabulary.known("addresses")).isEqualTo("address");
    assertThat(vocabulary.known("companies")).isEqualTo("company");
    assertThat(vocabulary.known("address")).isEqualTo("address");
    assertThat(vocabulary.known("zorgs")).isEqualTo("zorgs");
  }

  /** The terms of the classes and of nothing, without the words of contexts. */
  private static Map<String, String> terms(String pack) {
    Map<String, String> terms = new HashMap<>();
    for (String line : Vocabulary.text(pack).lines().toList()) {
      int colon = line.indexOf(':');
      if (!line.startsWith("#") && colon > 0) {
        String head = line.substring(0, colon);
        if (head.equals("nothing") || head.matches(".* [!+?]")) {
          for (String term : line.substring(colon + 1).split(",", -1)) {
            terms.put(term.strip(), head);
          }
        }
      }
    }
    return terms;
  }
}
