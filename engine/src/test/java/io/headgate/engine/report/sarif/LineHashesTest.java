package io.headgate.engine.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineHashesTest {

  private static final BigInteger BASE = BigInteger.valueOf(37);
  private static final BigInteger MODULUS = BigInteger.TWO.pow(64);

  @Test
  void anEmptyTextHasOneLineThatIsTheEndMark() {
    BigInteger end = BigInteger.valueOf(65535).multiply(BASE.pow(99)).mod(MODULUS);
    assertThat(all("")).containsExactly(end.toString(16) + ":1");
  }

  @Test
  void oneCharacterStandsAheadOfTheEndMark() {
    BigInteger a = BigInteger.valueOf('a').multiply(BASE.pow(99));
    BigInteger end = BigInteger.valueOf(65535).multiply(BASE.pow(98));
    assertThat(all(" \ta \t")).containsExactly(a.add(end).mod(MODULUS).toString(16) + ":1");
  }

  @Test
  void lineBreaksAreAlike() {
    List<String> unix = all("name: a\n\n  x: 1\n");
    assertThat(unix).hasSize(4);
    assertThat(all("name: a\r\n\r\n  x: 1\r\n")).isEqualTo(unix);
    assertThat(all("name: a\r\r  x: 1\r")).isEqualTo(unix);
    assertThat(all("name:a\r\n\n\tx:1\r")).isEqualTo(unix);
  }

  @Test
  void aHashReachesOver100CharactersAndNoFurther() {
    String line = "x".repeat(99);
    assertThat(all(line + "a\nb").get(0)).isNotEqualTo(all(line + "c\nb").get(0));
    assertThat(all(line + "xa\nb").get(0)).isEqualTo(all(line + "xc\nd").get(0));
  }

  @Test
  void equalHashesAreCounted() {
    List<String> hashes = all("Lorem ipsum dolor sit amet.\n".repeat(10));
    assertThat(hashes).hasSize(11).doesNotHaveDuplicates();
    String first = hashes.get(0).substring(0, hashes.get(0).indexOf(':'));
    assertThat(hashes.subList(0, 6))
        .containsExactly(
            first + ":1", first + ":2", first + ":3", first + ":4", first + ":5", first + ":6");
  }

  @Test
  void charactersBeyondTheBasicPlaneAreTwoUnits() {
    assertThat(all("🙂")).isEqualTo(byDefinition("🙂"));
  }

  @Test
  void agreesWithTheDefinition() {
    Random random = new Random(37);
    String alphabet = "ab: -\t\n\r\"ü🙂#";
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(300);
      for (int j = 0; j < length; j++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertThat(all(text.toString())).isEqualTo(byDefinition(text.toString()));
    }
  }

  private static List<String> all(String text) {
    LineHashes hashes = LineHashes.of(text);
    List<String> all = new ArrayList<>();
    for (int line = 1; line <= hashes.lines(); line++) {
      all.add(hashes.line(line));
    }
    return all;
  }

  /** Lines cut out first, each then weighed as a number to the base of 37, without bounds. */
  private static List<String> byDefinition(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\r\n|\r|\n", -1)));
    lines.replaceAll(line -> line.replace(" ", "").replace("\t", ""));
    Map<String, Integer> seen = new HashMap<>();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String rest = String.join("\n", lines.subList(i, lines.size())) + '\uFFFF';
      BigInteger sum = BigInteger.ZERO;
      for (int j = 0; j < Math.min(100, rest.length()); j++) {
        sum = sum.add(BigInteger.valueOf(rest.charAt(j)).multiply(BASE.pow(99 - j)));
      }
      String hash = sum.mod(MODULUS).toString(16);
      all.add(hash + ":" + seen.merge(hash, 1, Integer::sum));
    }
    return all;
  }
}
