/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.format;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.Retry;
import io.github.faultbook.Violation;
import io.github.faultbook.format.ExpectedBodies.Expected;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link ErrorReader}.
 */
class ErrorReaderTests {

	private static final List<String> NAMES = List.of("email", "unitPrice", "tags", "zip", "n_1");

	private static final List<String> TEXTS = List.of("", "must be a: b", "x", "\"quoted\"", "ünï \ud83d\ude00", "true",
			"12", "is required");

	static IntStream seeds() {
		return IntStream.range(0, Integer.getInteger("faultbook.fuzz.seeds", 250));
	}

	static IntStream fewSeeds() {
		return IntStream.range(0, Integer.getInteger("faultbook.fuzz.seeds", 100));
	}

	/**
	 * What is read from a body is what was written, and a body has exactly the members of
	 * its template.
	 */
	@ParameterizedTest
	@MethodSource("seeds")
	void readsNothingButWhatWasWritten(int seed) {
		Random random = new Random(seed);
		String template = new RandomTemplates(random).next();
		WireFormat format = ExpectedBodies.FORMATS.compile("random", template);
		ErrorReader reader = ErrorReader.of(format);
		for (int i = 0; i < 10; i++) {
			ApiError error = error(random);
			byte[] body = format.write(error, TestRequest.DEFAULT);
			Map<String, String> headers = format.headers(error, TestRequest.DEFAULT);
			String description = "%s%n%s%nof %s".formatted(new String(body, StandardCharsets.UTF_8), headers, template);
			Reading reading = reader.reading(ReceivedJson.of(body), headers::get);
			assertThat(reading).as(description).isNotNull();
			assertThat(reading.mismatches).as(description).isZero();
			ReceivedError received = reader.read(body, headers::get);
			if (received != null) {
				assertSound(received, error, template, description);
			}
		}
	}

	/**
	 * A value that stands alone in a body is read, unless the reader reports that it
	 * cannot be read back.
	 */
	@ParameterizedTest
	@MethodSource("fewSeeds")
	void readsWhatStandsAloneOrReportsIt(int seed) {
		String template = new RandomTemplates(new Random(seed)).next();
		WireFormat format = ExpectedBodies.FORMATS.compile("random", template);
		ErrorReader reader = ErrorReader.of(format);
		ErrorDefinition definition = ErrorDefinition.of(487, "The message of the entry").retry(Retry.IDEMPOTENT);
		ApiError error = ApiError.builder(new TestErrorCode("the_code", definition))
			.message("The own message")
			.title("The own title")
			.retryAfter(Duration.ofSeconds(4711))
			.fact("a", "the fact")
			.build();
		byte[] body = format.write(error, TestRequest.DEFAULT);
		ReceivedError received = reader.read(body, format.headers(error, TestRequest.DEFAULT)::get);
		if (received == null) {
			return;
		}
		List<JsonNode> alone = new ArrayList<>();
		collect(ExpectedBodies.MAPPER.readTree(body), alone);
		Stream
			.of(tuple("{status", 487, received.status()), tuple("{code", "the_code", received.code()),
					tuple("{title", "The own title", received.title()),
					tuple("{message", "The own message", received.message()),
					tuple("{reference", "ref-1", received.reference()),
					tuple("{fact", "the fact", received.facts().get("a")))
			.map(Tuple::toList)
			.filter((value) -> alone.contains(ExpectedBodies.MAPPER.<JsonNode>valueToTree(value.get(1))))
			.filter((value) -> !reader.ambiguities().toString().contains(value.get(0).toString()))
			.forEach((value) -> assertThat(value.get(2))
				.as("%s of %s%nwritten with %s", value.get(0), new String(body, StandardCharsets.UTF_8), template)
				.isEqualTo(value.get(1)));
	}

	/**
	 * Each part of a violation that stands alone in a body is read as a part of a
	 * violation, unless the reader reports that it cannot always be read back.
	 */
	@ParameterizedTest
	@MethodSource("fewSeeds")
	void readsViolationsThatStandAloneOrReportsThem(int seed) {
		assertThat(lostViolations(seed)).isEmpty();
	}

	private static String lostViolations(int seed) {
		Random random = new Random(seed);
		String template = new RandomTemplates(random).next();
		WireFormat format = ExpectedBodies.FORMATS.compile("random", template);
		ErrorReader reader = ErrorReader.of(format);
		StringBuilder lost = new StringBuilder();
		for (int i = 0; i < 5; i++) {
			ApiError error = errorWithDifferentViolations(random);
			byte[] body = format.write(error, TestRequest.DEFAULT);
			ReceivedError received = reader.read(body, format.headers(error, TestRequest.DEFAULT)::get);
			List<JsonNode> alone = new ArrayList<>();
			collect(ExpectedBodies.MAPPER.readTree(body), alone);
			List<String> values = alone.stream().map(JsonNode::asString).toList();
			List<Map<String, String>> read = (received != null)
					? received.violations().stream().map(ErrorReaderTests::parts).toList() : List.of();
			for (Violation violation : error.violations()) {
				parts(new ReceivedViolation(violation.path(), violation.in(), violation.code(), violation.message(),
						violation.attributes()))
					.forEach((part, value) -> {
						boolean reported = reader.ambiguities()
							.stream()
							.anyMatch((ambiguity) -> ambiguity.matches("\\{(violation|first)\\." + part + ".*"));
						if (received != null && values.contains(value) && !reported
								&& read.stream().noneMatch((one) -> value.equals(one.get(part)))) {
							lost.append("%n  %s %s of %s%n  in %s%n  written with %s".formatted(part, value,
									error.status() + " " + error.code() + " " + error.violations(),
									new String(body, StandardCharsets.UTF_8), template));
						}
					});
			}
		}
		return lost.toString();
	}

	private static Map<String, String> parts(ReceivedViolation violation) {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("path", (violation.path() != null)
				? PathStyles.BRACKET.spelling().apply(SpelledValue.at(violation.path())).toString() : "");
		parts.put("code", String.valueOf(violation.code()));
		parts.put("message", String.valueOf(violation.message()));
		parts.put("attribute", String.valueOf(violation.attributes().get("a")));
		return parts;
	}

	private static ApiError errorWithDifferentViolations(Random random) {
		ErrorDefinition definition = ErrorDefinition.of(400 + random.nextInt(200), "The message")
			.retry(Retry.values()[random.nextInt(3)]);
		String code = pick(random, List.of("validation_error", "a", "not_found", "the_code"));
		ApiError.Builder error = ApiError.builder(new TestErrorCode(code, definition))
			.facts(random.nextBoolean() ? Map.of() : Map.of("a", "the fact"))
			.violations(IntStream.range(0, 1 + random.nextInt(4))
				.mapToObj((i) -> new Violation(List.of("name" + (char) ('A' + i), i, "leaf"),
						pick(random, List.of(Violation.In.values())), "code_" + (char) ('a' + i), "Message " + i + ".",
						Map.of("a", "attribute " + i)))
				.toList());
		if (random.nextBoolean()) {
			error.retryAfter(Duration.ofSeconds(random.nextInt(100)));
		}
		return error.build();
	}

	private static void collect(JsonNode node, List<JsonNode> alone) {
		if (node.isValueNode()) {
			alone.add(node);
		}
		node.forEach((child) -> collect(child, alone));
	}

	private static ApiError error(Random random) {
		ErrorDefinition definition = ErrorDefinition.of(400 + random.nextInt(200), pick(random, TEXTS))
			.title(pick(random, TEXTS))
			.retry(Retry.values()[random.nextInt(3)]);
		boolean violations = random.nextBoolean();
		ApiError.Builder error = ApiError
			.builder(new TestErrorCode(violations ? "validation_error" : pick(random, List.of("a", "not_found", "x_1")),
					definition))
			.facts(violations ? Map.of() : facts(random));
		if (violations) {
			error.violations(IntStream.range(0, 1 + random.nextInt(4)).mapToObj((i) -> violation(random)).toList());
		}
		if (random.nextBoolean()) {
			error.retryAfter(Duration.ofSeconds(random.nextInt(100))).message(pick(random, TEXTS)).title("Own title");
		}
		return error.build();
	}

	private static Map<String, Object> facts(Random random) {
		Map<String, Object> facts = new LinkedHashMap<>();
		for (int number = random.nextInt(4); number > 0; number--) {
			facts.put(random.nextBoolean() ? "a" : pick(random, NAMES),
					pick(random, List.of("text", 7, true, List.of("a", 1), Map.of("n", 1))));
		}
		return facts;
	}

	private static Violation violation(Random random) {
		List<Object> path = IntStream.rangeClosed(0, random.nextInt(3))
			.<Object>mapToObj(
					(i) -> (i == 1 && random.nextBoolean()) ? (Object) random.nextInt(3) : pick(random, NAMES))
			.toList();
		return new Violation(path, pick(random, List.of(Violation.In.values())),
				pick(random, List.of("required", "too_long", "a")), pick(random, TEXTS),
				random.nextBoolean() ? Map.of() : Map.of("a", 5));
	}

	private static <T> T pick(Random random, List<T> values) {
		return values.get(random.nextInt(values.size()));
	}

	private static void assertSound(ReceivedError received, ApiError error, String template, String description) {
		assertThat(received.status()).as(description).isIn(null, error.status());
		assertThat(received.code()).as(description).isIn(null, error.code());
		assertThat(received.title()).as(description).satisfies((title) -> assertSame(title, error.title()));
		if (!template.contains("$join")) {
			assertThat(received.message()).as(description).satisfies((message) -> assertSame(message, error.message()));
		}
		assertThat(received.retry()).as(description).isIn(null, error.errorCode().definition().retry());
		assertThat(received.retryAfter()).as(description).isIn(null, error.retryAfter());
		assertThat(received.reference()).as(description).isIn(null, "ref-1");
		received.facts()
			.forEach((name, value) -> assertThat(String.valueOf(value)).as(description)
				.isEqualTo(String.valueOf(error.facts().get(name))));
		assertThat(received.violations()).as(description).hasSizeLessThanOrEqualTo(error.violations().size());
		assertThat(received.violations()).as(description)
			.allMatch((violation) -> error.violations().stream().anyMatch((actual) -> isFrom(violation, actual)));
	}

	private static void assertSame(@Nullable String text, String expected) {
		assertThat((text != null) ? text : expected).isEqualToIgnoringCase(expected);
	}

	private static boolean isFrom(ReceivedViolation violation, Violation actual) {
		return (violation.path() == null || violation.path().equals(actual.path()))
				&& (violation.in() == null || violation.in() == actual.in())
				&& (violation.code() == null || violation.code().equals(actual.code()))
				&& (violation.message() == null || violation.message().equalsIgnoreCase(actual.message()))
				&& (violation.attributes().isEmpty()
						|| violation.attributes().toString().equals(actual.attributes().toString()));
	}

	static Stream<Expected> expected() {
		return ExpectedBodies.all();
	}

	@ParameterizedTest
	@MethodSource("expected")
	void readsPresetsAndHouseFormats(Expected expected) {
		ApiError error = expected.error();
		ErrorReader reader = ErrorReader.of(expected.format());
		ReceivedError received = reader.readExactly(expected.body().getBytes(StandardCharsets.UTF_8),
				expected.headers()::get);
		String template = expected.format().schema() + expected.body();
		assertThat(received).as(template).isNotNull();
		assertThat(received.violations())
			.allMatch((violation) -> error.violations().stream().anyMatch((actual) -> isFrom(violation, actual)));
		assertThat(error.facts().toString()).contains(received.facts().toString().replaceAll("[{}]", ""));
	}

	@ParameterizedTest
	@CsvSource({ "problem-details, true, true", "details-map, true, true", "details-array, true, false",
			"nested-code, true, true", "status-message, false, false", "status-message-nested, false, false",
			"nested-type, false, false" })
	void readsEverythingThatPresetCarries(String preset, boolean code, boolean facts) {
		WireFormat format = ExpectedBodies.FORMATS.preset(preset);
		ErrorReader reader = ErrorReader.of(format);
		ApiError business = ApiError
			.builder(new TestErrorCode("insufficient_balance", ErrorDefinition.of(402, "The balance is low.")))
			.fact("required", "100.00")
			.build();
		ReceivedError received = reader.readExactly(format.write(business, TestRequest.DEFAULT), (name) -> null);
		assertThat(received.code()).isEqualTo(code ? "insufficient_balance" : null);
		assertThat(received.message()).isEqualTo("The balance is low.");
		assertThat(received.facts()).isEqualTo(facts ? Map.of("required", "100.00") : Map.of());
		ApiError invalid = ApiError
			.builder(new TestErrorCode("validation_error", ErrorDefinition.of(format.validationStatus(), "Invalid.")))
			.violations(List.of(Violation.of("items[0].quantity", "required", "must not be null"),
					Violation.of("items[0].quantity", "out_of_range", "must be 1 or more"),
					Violation.of("email", "invalid_format", "must be an address")))
			.build();
		received = reader.readExactly(format.write(invalid, TestRequest.DEFAULT), (name) -> null);
		if (code) {
			boolean codes = !preset.equals("details-map") && !preset.equals("nested-code");
			assertThat(received.violations()).containsExactly(
					new ReceivedViolation(List.of("items", 0, "quantity"), null, codes ? "required" : null,
							"must not be null", Map.of()),
					new ReceivedViolation(List.of("items", 0, "quantity"), null, codes ? "out_of_range" : null,
							"must be 1 or more", Map.of()),
					new ReceivedViolation(List.of("email"), null, codes ? "invalid_format" : null, "must be an address",
							Map.of()));
			assertThat(received.message()).isEqualTo("Invalid.");
		}
		else {
			assertThat(received.violations()).isEmpty();
			assertThat(received.message()).startsWith("Invalid. items[0].quantity: must not be null");
		}
	}

	static Stream<String> vendors() throws Exception {
		return VendorFormatsTests.examples().map((example) -> example.format().name()).distinct();
	}

	@ParameterizedTest
	@MethodSource("vendors")
	void readsMessageAndCodesOfWellKnownFormats(String vendor) {
		JsonNode document = ExpectedBodies.MAPPER.readTree(ExpectedBodies.resource("vendors/" + vendor + ".json"));
		WireFormat format = ExpectedBodies.FORMATS.compile(vendor, document.get("template").toString());
		ErrorReader reader = ErrorReader.of(format);
		for (String kind : List.of("validation", "business", "throttled")) {
			ApiError error = new VendorFormatsTests.Example(format, kind, document.get(kind)).error();
			byte[] body = format.write(error, TestRequest.DEFAULT);
			Map<String, String> headers = format.headers(error, TestRequest.DEFAULT);
			Reading reading = reader.reading(ReceivedJson.of(body), headers::get);
			assertThat(reading).isNotNull();
			assertThat(reading.mismatches).as(new String(body, StandardCharsets.UTF_8)).isZero();
			ReceivedError received = Objects.requireNonNullElse(reader.read(body, headers::get), ReceivedError.UNKNOWN);
			assertThat(received.code()).isIn(null, error.code());
			assertThat(received.violations())
				.allMatch((violation) -> error.violations().stream().anyMatch((actual) -> isFrom(violation, actual)));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html><body>Bad gateway</body></html>", "{", "{\"code\":", "[]", "null", "12",
			"\"text\"", "{\"a\":1,\"a\":2}", "{} {}", "\u0000", "{\"other\":\"x\"}", "{\"code\":7,\"detail\":[]}" })
	void readsNothingFromForeignBodies(String body) {
		for (String preset : WireFormats.presets()) {
			assertThat(ErrorReader.of(ExpectedBodies.FORMATS.preset(preset))
				.read(body.getBytes(StandardCharsets.UTF_8), (name) -> null)).isNull();
		}
	}

	@Test
	void readsNothingFromLargeDeepAndContradictoryBodies() {
		ErrorReader reader = ErrorReader.of(ExpectedBodies.FORMATS.preset("details-map"));
		String large = "{\"error_code\":\"a\",\"error\":\"%s\"}".formatted("x".repeat(ErrorReader.MAX_SIZE));
		String deep = "{\"error_code\":\"a\",\"error\":\"b\",\"details\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
		String many = "{\"error_code\":\"a\",\"error\":\"b\",\"details\":{\"a\":[" + "1,".repeat(200_000) + "1]}}";
		String valid = "{\"error_code\":\"a\",\"error\":\"b\"}";
		assertThat(reader.read(valid.getBytes(StandardCharsets.UTF_8), (name) -> null)).isNotNull();
		String more = valid + " {}";
		String twice = "{\"error_code\":\"a\",\"error\":\"b\",\"error_code\":\"c\"}";
		for (String body : List.of(large, deep, many, more, twice)) {
			assertThat(reader.read(body.getBytes(StandardCharsets.UTF_8), (name) -> null)).isNull();
		}
	}

	@Test
	void readsHugeNumberAsText() {
		ErrorReader reader = ErrorReader.of(ExpectedBodies.FORMATS.preset("nested-code"));
		String body = "{\"error\":{\"code\":\"A\",\"message\":\"b\",\"details\":{\"n\":1e999999999}}}";
		ReceivedError received = reader.read(body.getBytes(StandardCharsets.UTF_8), (name) -> null);
		assertThat(received.facts()).containsEntry("n", "1E+999999999");
	}

	@Test
	void readsMembersOfNewerServers() {
		ErrorReader reader = ErrorReader.of(ExpectedBodies.FORMATS.preset("details-array"));
		byte[] body = "{\"error\":\"not_found\",\"message\":\"Gone.\",\"trace\":[1]}".getBytes(StandardCharsets.UTF_8);
		assertThat(reader.readExactly(body, (name) -> null)).isNull();
		assertThat(reader.read(body, (name) -> null).code()).isEqualTo("not_found");
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"{ ~a~: ~{message}~, ~$each violation~: { ~{violation.code}~: ~{violation.message}~ },"
					+ " ~$each violation.path~: { ~at {first.path}~: ~{first.message}~ } }",
			"[ ~{message}~, { ~$each violation~: ~{violation.code}~ }, { ~$each violation.path~: ~{first.path}~ } ]" })
	void violationsThatAreListedTwiceAreNotDoubled(String body) {
		WireFormat format = ExpectedBodies.FORMATS.compile("test", "{\"body\":" + body.replace('~', '"') + "}");
		ApiError error = ApiError.builder(new TestErrorCode("a", ErrorDefinition.of(400, "Wrong.")))
			.violations(List.of(Violation.of("email", "required", "is required")))
			.build();
		ReceivedError received = ErrorReader.of(format).read(format.write(error, TestRequest.DEFAULT), (name) -> null);
		assertThat(received.message()).isEqualTo("Wrong.");
		assertThat(received.violations()).hasSizeLessThan(2);
	}

	@Test
	void readsAliasesOfCodes() {
		ErrorReader reader = ErrorReader.of(ExpectedBodies.FORMATS.preset("nested-code"));
		String body = "{\"error\":{\"code\":\"UNAUTHENTICATED\",\"message\":\"b\"}}";
		assertThat(reader.read(body.getBytes(StandardCharsets.UTF_8), (name) -> null).code())
			.isEqualTo("authentication_required");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			value = { "{ ~a~: ~{title}{message}~ } ; {title} {message}", "{ ~a~: ~{message}~, ~b~: ~{facts}~ } ;",
					"{ ~a~: ~{code|PascalCase}~ } ;", "{ ~a~: ~{message|words}~ } ; {message}",
					"{ ~a~: { ~$if violations~: ~{message}~, ~$else~: ~{title}~ } } ; {message} {title}",
					"{ ~a~: ~{first.path|last}~ } ; {first.path}" })
	void reportsWhatCannotBeReadBack(String members, @Nullable String placeholders) {
		String template = members.replace('~', '"');
		ErrorReader reader = ErrorReader.of(ExpectedBodies.FORMATS.compile("test", "{\"body\":" + template + "}"));
		List<String> expected = (placeholders != null) ? Stream.of(placeholders.split(" "))
			.map("%s is written in a way that cannot be read back."::formatted)
			.toList() : List.of();
		assertThat(reader.ambiguities()).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "status-message; status message",
					"details-array; code message violation.code violation.message violation.path",
					"details-map; code fact.name fact.value message violation.message violation.path" })
	void tellsWhatIsReadBack(String preset, String placeholders) {
		assertThat(ErrorReader.of(ExpectedBodies.FORMATS.preset(preset)).placeholders())
			.containsExactlyInAnyOrder(placeholders.split(" "));
	}

	@Test
	void reportsFactsBesideViolations() {
		for (String preset : WireFormats.presets()) {
			List<String> ambiguities = ErrorReader.of(ExpectedBodies.FORMATS.preset(preset)).ambiguities();
			List<String> joined = List.of("{violation.path} is written in a way that cannot be read back.",
					"{violation.message} is written in a way that cannot be read back.");
			List<String> beside = List
				.of("Facts and violations are members of one object. They are told apart by the code.");
			List<String> expected = switch (preset) {
				case "details-map", "nested-code" -> beside;
				case "details-array", "problem-details" -> List.of();
				default -> joined;
			};
			assertThat(ambiguities).as(preset).isEqualTo(expected);
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-",
			value = { "application/problem+json| {~error~:{~code~:~GONE~,~message~:~a~}} | nested-code",
					"APPLICATION/PROBLEM+JSON ;charset=x| {~error~:{~code~:~GONE~,~message~:~a~}} | nested-code",
					"application/problem+json| {~title~:~a~,~status~:410} | problem-details",
					"APPLICATION/Problem+Json ;charset=x| {~title~:~a~,~status~:410} | problem-details",
					"application/problem+jsons| {~title~:~a~,~status~:410} | -",
					"application/json| {~title~:~a~,~status~:410} | -", "-| {~title~:~a~,~status~:410} | -",
					"application/problem+json| {~error~:~a~,~error_code~:~gone~,~extra~:1} | -",
					"text/html| {~error~:~a~,~error_code~:~gone~} | details-map" })
	void bodyIsReadAsWhatItCertainlyIs(@Nullable String contentType, String body, @Nullable String format) {
		List<ErrorReader> readers = WireFormats.presets()
			.stream()
			.map((preset) -> ErrorReader.of(ExpectedBodies.FORMATS.preset(preset)))
			.toList();
		assertThat(ErrorReader
			.readAny(readers, body.replace('~', '"').getBytes(StandardCharsets.UTF_8), (header) -> contentType)
			.keySet()).extracting((reader) -> reader.format().name())
			.isEqualTo((format != null) ? List.of(format) : List.of());
	}

	@Test
	void mediaTypeDecidesBetweenFormatsThatDisagree() {
		ErrorReader code = reader("{\"contentType\":\"application/a+json\",\"body\":{\"a\":\"{code}\"}}");
		ErrorReader title = reader("{\"contentType\":\"application/b+json\",\"body\":{\"a\":\"{title}\"}}");
		ErrorReader same = reader("{\"body\":{\"a\":\"{code}\"}}");
		byte[] body = "{\"a\":\"gone\"}".getBytes(StandardCharsets.UTF_8);
		List<ErrorReader> readers = List.of(same, title, code);
		assertThat(ErrorReader.readAny(readers, body, (header) -> "application/b+json").keySet())
			.containsExactly(title);
		assertThat(ErrorReader.readAny(readers, body, (header) -> "application/a+json").keySet()).containsExactly(code);
		assertThat(ErrorReader.readAny(readers, body, (header) -> null).keySet()).containsExactly(same, title);
		assertThat(ErrorReader.readAny(List.of(same, code), body, (header) -> null).keySet()).containsExactly(same);
		byte[] newer = "{\"a\":\"gone\",\"b\":1}".getBytes(StandardCharsets.UTF_8);
		assertThat(ErrorReader.readAny(readers, newer, (header) -> null)).isEmpty();
		assertThat(ErrorReader.readAny(List.of(same), newer, (header) -> null).keySet()).containsExactly(same);
	}

	private static ErrorReader reader(String template) {
		return ErrorReader.of(ExpectedBodies.FORMATS.compile("test", template));
	}

	@Test
	void refusesFormatsWrittenInJava() {
		WireFormat format = WireFormats.problemXml(ExpectedBodies.FORMATS.preset("problem-details"));
		assertThatIllegalArgumentException().isThrownBy(() -> ErrorReader.of(format))
			.withMessageContaining("is not a template, so its bodies cannot be read");
	}

}
