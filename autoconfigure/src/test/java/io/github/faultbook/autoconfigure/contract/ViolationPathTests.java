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

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the names, the places, the order and the number of violations, of inputs of
 * every shape. The names of JSON are in snake case, which must not reach those of forms
 * and parameters.
 */
class ViolationPathTests {

	private static final String FORMAT = """
			{"body": {"code": "{code}", "violations": [{"$each violation":
			{"in": "{violation.in}", "path": "{violation.path}", "code": "{violation.code}"}}]}}""";

	private static ServletWebServerApplicationContext application;

	@BeforeAll
	static void start() {
		application = (ServletWebServerApplicationContext) new SpringApplicationBuilder(PathApplication.class)
			.web(WebApplicationType.SERVLET)
			.run("--server.port=0", "--logging.level.root=off", "--spring.main.banner-mode=off",
					"--spring.jackson.property-naming-strategy=SNAKE_CASE", "--faultbook.format=paths",
					"--faultbook.formats.paths=" + FORMAT);
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	static Stream<Case> cases() {
		return Stream.of(
				new Case("annotated, aliased and plain names", "POST /paths/names", """
						{"email": "", "newName": ""}""", "body email required", "body new_name required",
						"body homeAddress required"),
				new Case("naming strategy of a class", "POST /paths/kebab", """
						{"first-name": "", "other-address": {"zip_code": ""}}""", "body first-name required",
						"body other-address.zip_code required"),
				new Case("mixin", "POST /paths/mixin", """
						{"given": ""}""", "body given required"),
				new Case("containers", "POST /paths/containers",
						"""
								{"list": [{"zip_code": "x"}, {"zip_code": ""}], "array": [{"zip_code": ""}],
								"set": [{"zip_code": ""}], "maybe": {"zip_code": ""}, "text": "",
								"by_name": {"b": {"zip_code": ""}, "a": {"zip_code": ""}, "": {"zip_code": "x"}},
								"by_kind": {"the-first": 0}, "by_number": {"10": [1, 0], "9": [0]}, "tags": [["", "x"], [""]]}""",
						"body list[1].zip_code required", "body array[0].zip_code required",
						"body set.zip_code required", "body maybe.zip_code required", "body text required",
						"body by_name. required", "body by_name.a.zip_code required",
						"body by_name.b.zip_code required", "body by_kind.the-first out_of_range",
						"body by_number.9[0] out_of_range", "body by_number.10[1] out_of_range",
						"body tags[0][0] required", "body tags[1][0] required"),
				new Case("type variables", "POST /paths/slice", """
						{"slice_content": [{"zip_code": "x"}, {"zip_code": ""}], "next": {"zip_code": ""}}""",
						"body slice_content[1].zip_code required", "body next.zip_code required"),
				new Case("superclass first, getters last", "POST /paths/derived", """
						{"base_name": "", "derived": "", "nice": false}""", "body base_name required",
						"body derived required", "body nice invalid_value", "body site_url required"),
				new Case("subtypes", "POST /paths/checkout", """
						{"payment": {"type": "card", "card_number": "", "billing_address": {"zip_code": ""}},
						"others": [{"type": "bank", "IBAN": ""}, {"type": "card", "card_number": "",
						"billing_address": {"zip_code": ""}}]}""", "body payment.card_number required",
						"body payment.billing_address.zip_code required", "body others[0].IBAN required",
						"body others[1].card_number required", "body others[1].billing_address.zip_code required"),
				new Case("subtype as the body", "POST /paths/payment", """
						{"type": "card", "card_number": "", "billing_address": {"zip_code": ""}}""",
						"body card_number required", "body billing_address.zip_code required"),
				new Case("subtypes in a list as the body", "POST /paths/payments", """
						[{"type": "bank", "IBAN": ""}, {"type": "card", "card_number": "",
						"billing_address": {"zip_code": ""}}]""", "body [0].IBAN required",
						"body [1].card_number required", "body [1].billing_address.zip_code required"),
				new Case("subtypes in a set as the body", "POST /paths/payment-set", """
						[{"type": "bank", "IBAN": ""}]""", "body IBAN required"),
				new Case("unwrapped", "POST /paths/letter", """
						{"from_zip_code": "", "to_zip_code": "x"}""", "body from_zip_code required"),
				new Case("value of a wrapper", "POST /paths/contact", """
						{"mail_address": "x"}""", "body mail_address invalid_format"),
				new Case("creator", "POST /paths/created", """
						{"outer": ""}""", "body outer required"),
				new Case("map as the body", "POST /paths/map", """
						{"b": {"zip_code": ""}, "a": {"zip_code": ""}, "c": {"zip_code": "x"}}""",
						"body a.zip_code required", "body b.zip_code required"),
				new Case("array as the body", "POST /paths/array", """
						[{"zip_code": "x"}, {"zip_code": ""}]""", "body [1].zip_code required"),
				new Case("list of texts as the body", "POST /paths/texts", """
						["", "x", ""]""", "body [0] required", "body [2] required"),
				new Case("several constraints of one field", "POST /paths/several", """
						{"code": ""}""", "body code required", "body code invalid_format", "body code invalid_format",
						"body code invalid_length"),
				new Case("constraint of a class that names a field", "POST /paths/range", """
						{"first_day": 2, "last_day": 1}""", "body body invalid_value", "body last_day invalid_value"),
				new Case("group", "POST /paths/group", """
						{"always": "", "on_create": ""}""", "body on_create required"),
				new Case("group sequence", "POST /paths/sequence", """
						{"always": "", "on_create": ""}""", "body always required"),
				new Case("list and body", "POST /paths/mixed?page-size=0&ids=1&ids=0&ids=-1", """
						[{"zip_code": ""}]""", "query page-size out_of_range", "body [0].zip_code required",
						"query ids[1] out_of_range", "query ids[2] out_of_range"),
				new Case("parameters of every kind", "GET /paths/parameters/0;depth=0?page-size=0&limit=0", "",
						"path the-id out_of_range", "path depth out_of_range", "query page-size out_of_range",
						"query limit out_of_range", "header X-Tenant invalid_length", "cookie session invalid_length"),
				new Case("annotations of an interface", "GET /paths/interface/0?page-no=0", "",
						"path the-id out_of_range", "query page-no out_of_range"),
				new Case("parameters of every kind, validated by a proxy",
						"GET /proxied/parameters/0;depth=0?page-size=0&limit=0", "", "path the-id out_of_range",
						"path depth out_of_range", "query page-size out_of_range", "query limit out_of_range",
						"header X-Tenant invalid_length", "cookie session invalid_length"),
				new Case("annotations of an interface, validated by a proxy", "GET /proxied/interface/0?page-no=0", "",
						"path the-id out_of_range", "query page-no out_of_range"),
				new Case("subtypes, validated by a proxy", "POST /proxied/payments", """
						[{"type": "bank", "IBAN": ""}, {"type": "card", "card_number": "",
						"billing_address": {"zip_code": ""}}]""", "body [0].IBAN required",
						"body [1].card_number required", "body [1].billing_address.zip_code required"),
				new Case("arguments together", "GET /paths/together?from=-1&to=-2", "", "query from out_of_range",
						"query query invalid_value"),
				new Case("arguments together, validated by a proxy", "GET /proxied/together?from=2&to=1", "",
						"query query invalid_value"),
				new Case("form of a constructor",
						"GET /paths/search?search-term=&filter.max-age=99&filters%5B1%5D.max-age=99&filters%5B0%5D.max-age=1",
						"", "query search-term required", "query filter.max-age out_of_range",
						"query filters[1].max-age out_of_range"),
				new Case("mistyped form of a constructor", "GET /paths/search?search-term=x&filter.max-age=old", "",
						"query filter.max-age invalid_format"),
				new Case("form of setters", "POST /paths/form", "firstName=&address.zipCode=&age=old",
						"form firstName required", "form address.zipCode required", "form age invalid_format"),
				new Case("part", "POST /paths/part", "multipart", "part meta.zip_code required"),
				new Case("part and parameter", "POST /paths/part-mixed?page-size=0", "multipart",
						"part meta.zip_code required", "query page-size out_of_range"),
				new Case("attribute of the request", "GET /paths/attribute", ""),
				new Case("service that gets the body", "POST /paths/service", """
						{"first-name": "", "other-address": {"zip_code": ""}}""", "body first-name required",
						"body other-address.zip_code required"),
				new Case("service that gets an element of the body", "POST /paths/service-list", """
						[{"first-name": "", "other-address": {"zip_code": "x"}}]""", "body first-name required"),
				new Case("service that gets what the server made", "GET /paths/service-made", ""),
				new Case("object of the client that no handler takes", "GET /paths/client-object", "",
						"body some_text required"),
				new Case("validator without constraints", "POST /paths/by-validator", """
						{"first_name": "x", "address": {"zip_code": "x"}}""", "body first_name odd",
						"body address.zip_code odd"));
	}

	@ParameterizedTest
	@MethodSource("cases")
	void answersWithEachViolation(Case one) {
		Wire.Answer answer = Wire.exchange(Objects.requireNonNull(application.getWebServer()).getPort(), one.wire());
		assertThat(violations(answer)).as(answer.body()).containsExactly(one.expected());
		assertThat(answer.status()).isEqualTo((one.expected().length > 0) ? 400 : 500);
	}

	private static List<String> violations(Wire.Answer answer) {
		List<String> violations = new ArrayList<>();
		for (JsonNode violation : JsonMapper.shared().readTree(answer.body()).path("violations")) {
			violations.add(violation.path("in").asString("") + " " + violation.path("path").asString("") + " "
					+ violation.path("code").asString(""));
		}
		return violations;
	}

	/**
	 * A request and what is wrong with it.
	 *
	 * @param name what is tried
	 * @param requestLine method and target
	 * @param body the body, may be empty
	 * @param expected part, path and code of each violation, the part again if it is
	 * invalid as a whole; none for an internal error
	 */
	record Case(String name, String requestLine, String body, String... expected) {

		String wire() {
			String content = this.body;
			String type = "application/json";
			if (content.equals("multipart")) {
				type = "multipart/form-data; boundary=x";
				content = "--x\r\nContent-Disposition: form-data; name=\"meta\"\r\nContent-Type: application/json\r\n\r\n"
						+ "{\"zip_code\": \"\"}\r\n--x--\r\n";
			}
			else if (content.contains("=")) {
				type = "application/x-www-form-urlencoded";
			}
			return this.requestLine + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Tenant: a\r\n"
					+ "Cookie: session=a\r\nContent-Type: " + type + "\r\nContent-Length: " + content.length()
					+ "\r\n\r\n" + content;
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

}
