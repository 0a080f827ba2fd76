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

package io.github.faultbook.autoconfigure.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import io.github.faultbook.autoconfigure.contract.Server.Container;
import io.github.faultbook.autoconfigure.input.RecordingBudget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for input that is meant to hurt: nothing of the application comes back, nothing
 * is lost, and no memory is kept.
 */
@ParameterizedClass
@EnumSource
class HostileInputTests {

	private static final String FORMAT = """
			{ "body": { "code": "{code}", "title": "{title}", "message": "{message}", "facts": "{facts}",
			"violations": [ { "$each violation": { "in": "{violation.in}", "path": "{violation.path}",
			"code": "{violation.code}", "message": "{violation.message}" } } ] } }""";

	private static final String DETAILS_MAP = "X-Format: details-map";

	private static Server server;

	HostileInputTests(Container container) {
	}

	@BeforeParameterizedClassInvocation
	static void start(Container container) {
		server = new Server(container, "faultbook.formats.lines=" + FORMAT, "faultbook.format=lines",
				"faultbook.format-rules[0].header=" + DETAILS_MAP, "faultbook.format-rules[0].format=details-map",
				"faultbook.mappings.[" + HostileInputApplication.ThingTakenException.class.getName() + "]=conflict",
				"spring.main.sources=" + HostileInputApplication.class.getName());
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
	}

	@AfterEach
	void allMemoryIsGivenBack() {
		RecordingBudget budget = (RecordingBudget) ReflectionTestUtils
			.getField(server.application().getBean("faultbookRequestBodyRecorder"), "budget");
		// The request may end after its answer
		await().untilAsserted(() -> assertThat(budget.available()).isEqualTo(16 * 1024 * 1024));
	}

	static List<String> patterns() {
		return List.of("{0}{1}{2}{3}", "{0}{2,date,yyyy}", "{0,number,#.##}", "{", "}{", "it''s '{0}'", "{99999}",
				"{1,choice,0#a|1#b{0}}", "${7*7}", "#{7*7}", "{name}", "{regexp}");
	}

	@ParameterizedTest
	@MethodSource("patterns")
	void messageWithInputIsLiteral(String input) {
		String json = "{\"name\":" + JsonMapper.shared().writeValueAsString(input) + "}";
		String encoded = URLEncoder.encode(input, StandardCharsets.UTF_8);
		assertThat(messages(post("/hostile/body", "application/json", json))).contains("not " + input);
		assertThat(messages(post("/hostile/form", "application/x-www-form-urlencoded", "name=" + encoded)))
			.contains("not " + input);
		assertThat(messages(server.send("GET /hostile/parameter?name=" + encoded))).contains("not " + input);
		assertThat(messages(server.send("GET /hostile/checked?text=" + encoded))).contains("not " + input).hasSize(2);
	}

	@Test
	void argumentsOfAValidatorArePlainValues() {
		assertThat(messages(server.send("GET /hostile/checked?text=%7B1%7D%7B2%7D"))).contains("1,234 of ******");
	}

	@Test
	void inflatedBodyIsWhole() throws IOException {
		String json = "{\"text\":\"" + "x".repeat(100_000) + "\"}";
		for (int length : new int[] { 10, 1000, 60_000, 100_000 }) {
			String body = gzip("{\"text\":\"" + json.substring(9, 9 + length) + "\"}");
			Wire.Answer answer = server
				.exchange("POST /hostile/count HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
						+ "Content-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: " + body.length()
						+ "\r\n\r\n" + body);
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.body()).isEqualTo(String.valueOf(length));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "5000", "-7", "x" })
	void partIsWholeWhateverItSaysOfItsLength(String length) {
		String body = "--b\r\nContent-Disposition: form-data; name=\"named\"\r\nContent-Type: application/json\r\n"
				+ "Content-Length: " + length + "\r\n\r\n{\"name\":\"s3\"}\r\n--b--\r\n";
		Wire.Answer answer = post("/hostile/part", "multipart/form-data; boundary=b", body);
		assertThat(answer.body()).isEqualTo("s3");
	}

	@Test
	void allProblemsOfAChunkedBodyAreListed() {
		String json = "{\"a\":\"x\",\"b\":\"y\"}";
		Wire.Answer answer = server.exchange("POST /hostile/count HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
				+ "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
				+ Integer.toHexString(json.length()) + "\r\n" + json + "\r\n0\r\n\r\n");
		assertThat(violations(answer)).containsExactly("body a invalid_format", "body b invalid_format");
	}

	@Test
	void onlyTheFirstProblemOfALargeBodyIsListed() {
		String json = "{\"a\":\"x\",\"text\":\"" + "x".repeat(70_000) + "\",\"b\":\"y\"}";
		assertThat(violations(post("/hostile/count", "application/json", json)))
			.containsExactly("body a invalid_format");
	}

	@Test
	void bodyThatIsNotSentToItsEndIsAnswered() {
		String answer = Wire.send(server.port(), "POST /hostile/count HTTP/1.1\r\nHost: localhost\r\n"
				+ "Content-Type: application/json\r\nContent-Length: 9000\r\n\r\n{\"a\":\"x\",");
		assertThat(answer).startsWith("HTTP/1.1 400 ");
		assertThat(violations(Wire.Answer.parse(answer))).containsExactly("body a invalid_format");
	}

	@ParameterizedTest
	@CsvSource({ "/thing/fault, 404, resource_not_found", "/thing?thing=fault, 404, resource_not_found",
			"/things?thing=fault, 404, resource_not_found", "/thing/status, 404, resource_not_found",
			"/things?thing=status, 404, resource_not_found", "/thing/annotated, 410, resource_gone",
			"/things?thing=annotated, 410, resource_gone", "/thing/mapped, 409, conflict",
			"/things?thing=mapped, 409, conflict", "/things?page=7, 409, conflict",
			"/model/fault, 404, resource_not_found", "/model/illegal, 400, invalid_request",
			"/thing/illegal, 400, invalid_request", "/thing?thing=illegal, 400, invalid_request",
			"/things?thing=illegal, 400, invalid_request" })
	void whatAConverterThrowsAnswersForItself(String path, int status, String code) {
		Wire.Answer answer = server.send("GET /hostile" + path);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.body()).contains("\"code\":\"" + code + "\"").doesNotContain(Markers.SECRET);
		Wire.Answer other = server.send("GET /hostile" + path, DETAILS_MAP);
		assertThat(other.status()).isEqualTo(status);
		assertThat(other.body()).contains("\"error_code\":\"" + code + "\"").doesNotContain(Markers.SECRET);
	}

	@Test
	void modelAttributeThatIsConvertedFromAPathVariableHasItsPlace() {
		assertThat(violations(server.send("GET /hostile/model/illegal"))).containsExactly("path thing invalid_format");
		assertThat(server.send("GET /hostile/model/illegal", DETAILS_MAP).body())
			.contains("\"details\":{\"thing\":[\"has the wrong type or format\"]}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?from=" + Markers.SECRET + "&to=1", "?from=2&to=1" })
	void objectThatAFunctionalEndpointCannotBindIsTheClientsMistake(String query) {
		Wire.Answer answer = server.send("GET /hostile/functional" + query);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body()).contains("\"code\":\"invalid_request\"").doesNotContain(Markers.SECRET);
		assertThat(server.send("GET /hostile/functional" + query, DETAILS_MAP).body())
			.contains("\"error_code\":\"invalid_request\"")
			.doesNotContain(Markers.SECRET);
	}

	@ParameterizedTest
	@ValueSource(strings = { "unknown", "nameUnknown", "name_unknown", "name..unknown", "unknown.name", "Name_x,desc",
			"unknown_sort=name", "_", "%", "a'b", "AaAaAaAaAaAa" })
	void orderThatIsUnknownIsTheClientsMistake(String order) {
		String encoded = URLEncoder.encode(order, StandardCharsets.UTF_8);
		Wire.Answer answer = server.send("GET /sorted?people_sort=" + encoded);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.body())
			.endsWith("\"violations\":[{\"in\":\"query\",\"path\":\"people_sort\",\"code\":\"invalid_choice\","
					+ "\"message\":\"is not one of the allowed values\"}]}");
	}

	@Test
	void longOrderThatIsUnknownIsTheClientsMistake() {
		assertThat(server.send("GET /sorted?sort=" + "x".repeat(5000)).status()).isEqualTo(400);
		assertThat(server.send("GET /sorted?sort=" + "x.".repeat(400)).status()).isEqualTo(400);
	}

	@Test
	void mistakeOfTheServerIsNotTheClients() {
		assertThat(server.send("GET /sorted?sort=name&fail=name").status()).isEqualTo(500);
		assertThat(server.send("GET /sorted/fixed?sort=nameUnknown").status()).isEqualTo(500);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "/range?from=5&to=1 | query query invalid_value",
			"/range?to=1 | query from required", "/owned?owner.name=ada | query owner.nick required",
			"/owned?owner.name=ada&page=1 | query owner.nick required",
			"/owned?owner.nick=ada&range.from=5&range.to=1 | query range invalid_value",
			"/ids?ids%5B256%5D=foo | query ids[256] invalid_value", "/ids?ids%5Bx%5D=foo | query ids.x invalid_value",
			"/ids?ids%5B-1%5D=foo | query ids.-1 invalid_value",
			"/ids?ids%5B99999999999%5D=foo | query ids.99999999999 invalid_value",
			"/rows?rows%5B99999%5D.a=x | query rows[99999].a invalid_value",
			"/rows?rows%5Bx%5D.a=x | query rows.x.a invalid_value" })
	void whatTheBinderRefusesIsTheClientsMistake(String path, String violation) {
		Wire.Answer answer = server.send("GET /hostile" + path);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(violations(answer)).containsExactly(violation);
		assertThat(answer.body()).doesNotContain(Markers.SECRET);
		Wire.Answer other = server.send("GET /hostile" + path, DETAILS_MAP);
		assertThat(other.status()).isEqualTo(400);
		assertThat(other.body())
			.contains("\"error_code\":\"invalid_request\",\"details\":{\"" + violation.split(" ")[1])
			.doesNotContain(Markers.SECRET);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/reason/500", "/reason/503", "/annotated-reason", "/problem/500", "/problem/502" })
	void reasonOfAServerErrorStaysInside(String path) {
		Wire.Answer answer = server.send("GET /hostile" + path);
		assertThat(answer.status()).isGreaterThanOrEqualTo(500);
		assertThat(answer.headers() + answer.body()).doesNotContain(Markers.SECRET);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/reason/409", "/problem/409" })
	void reasonOfAClientErrorIsSent(String path) {
		assertThat(server.send("GET /hostile" + path).body()).contains(Markers.SECRET);
	}

	private static Wire.Answer post(String path, String type, String body) {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		return server.exchange("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
				+ type + "\r\nContent-Length: " + bytes.length + "\r\n\r\n"
				+ new String(bytes, StandardCharsets.ISO_8859_1));
	}

	private static String gzip(String text) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(text.getBytes(StandardCharsets.UTF_8));
		}
		return bytes.toString(StandardCharsets.ISO_8859_1);
	}

	private static List<String> messages(Wire.Answer answer) {
		assertThat(answer.body()).doesNotContain(Markers.SECRET, "java.");
		return Arrays.stream(JsonMapper.shared().readValue(answer.body(), Body.class).violations())
			.map(Line::message)
			.toList();
	}

	private static List<String> violations(Wire.Answer answer) {
		return Arrays.stream(JsonMapper.shared().readValue(answer.body(), Body.class).violations())
			.map((line) -> line.in() + " " + line.path() + " " + line.code())
			.toList();
	}

	record Body(String code, String title, String message, Object facts, Line[] violations) {

	}

	record Line(String in, String path, String code, String message) {

	}

}
