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

package io.github.faultbook.sample;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the previews on the page for formats, without a browser.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FormatPreviewsTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ErrorCatalog catalog;

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			{"body":{"error":"{code}","on":"{path}"}} ; 404 ; {"error":"business_not_found","on":"/example"}
			{"status":200,"body":["{code|UPPER_SNAKE}","{status}"]} ; 200 ; ["BUSINESS_NOT_FOUND",404]""")
	void eachErrorOfTheCatalogIsWritten(String template, int status, String body)
			throws IOException, InterruptedException {
		JsonNode preview = preview(template);
		assertThat(preview.get("findings")).isEmpty();
		List<String> codes = preview.get("bodies").valueStream().map((error) -> error.get("code").asString()).toList();
		assertThat(codes).containsExactlyElementsOf(this.catalog.entries()
			.stream()
			.filter((entry) -> !entry.definition().internal())
			.map(ErrorCode::code)
			.toList());
		JsonNode written = preview.get("bodies").get(codes.indexOf("business_not_found"));
		assertThat(written.get("status").asInt()).isEqualTo(status);
		assertThat(written.get("body").asString()).isEqualTo(body);
	}

	@Test
	void eachProblemOfATemplateHasItsPlace() throws IOException, InterruptedException {
		JsonNode preview = preview("{\n\"body\": {\n\"a\": \"{requestId}\",\n\"$if code in nope\": {\"b\": 1}\n}\n}");
		assertThat(preview.get("bodies")).isEmpty();
		assertThat(preview.get("findings").valueStream().map((finding) -> finding.get("where").asString()))
			.containsExactly("Format 'yours', line 3, column 6");
		preview = preview("{\n\"body\": {\n\"$if code in nope\": {\"b\": 1}\n}\n}");
		assertThat(preview.get("findings").valueStream().map((finding) -> finding.get("where").asString()))
			.containsExactly("Format 'yours', line 3, column 1");
	}

	@Test
	void largeTemplateIsRefused() throws IOException, InterruptedException {
		HttpResponse<String> response = post("{\"body\":\"" + "x".repeat(20_000) + "\"}");
		assertThat(response.statusCode()).isEqualTo(413);
		assertThat(response.body()).contains("\"error_code\":\"content_too_large\"");
	}

	private JsonNode preview(String template) throws IOException, InterruptedException {
		HttpResponse<String> response = post(template);
		assertThat(response.statusCode()).isEqualTo(200);
		return JsonMapper.shared().readTree(response.body());
	}

	private HttpResponse<String> post(String template) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + "/playground/preview"))
				.POST(HttpRequest.BodyPublishers.ofString(template))
				.build(), HttpResponse.BodyHandlers.ofString());
	}

}
