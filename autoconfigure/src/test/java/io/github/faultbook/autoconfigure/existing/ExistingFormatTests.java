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

package io.github.faultbook.autoconfigure.existing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.test.autoconfigure.SpringBootMockMvcBuilderCustomizer;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.DefaultMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/**
 * Tests for an application that keeps its error body by configuration only.
 */
class ExistingFormatTests {

	private static ServletWebServerApplicationContext application;

	@BeforeAll
	static void start() {
		application = (ServletWebServerApplicationContext) new SpringApplicationBuilder(ExistingApplication.class)
			.properties("server.port=0", "spring.config.location=classpath:/existing/application-errors.yml",
					"spring.main.banner-mode=off", "logging.level.root=off",
					"spring.autoconfigure.exclude="
							+ "org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration")
			.run();
	}

	@AfterAll
	static void stop() {
		application.close();
	}

	static Stream<Exchange> exchanges() {
		String common = "https://app.example.com/problem/problem-with-message";
		return Stream.of(new Exchange("POST /api/accounts", "{\"language\":\"english\"}", 400, """
				{"type":"https://app.example.com/problem/constraint-violation","title":"Method argument not valid",
				"status":400,"path":"/api/accounts","message":"error.validation","fieldErrors":[
				{"objectName":"account","field":"login","message":"NotNull"},
				{"objectName":"account","field":"language","message":"Size"}]}"""),
				new Exchange("GET /api/exists", "", 400, """
						{"type":"https://app.example.com/problem/idexists",
						"title":"A new account cannot already have an ID","status":400,"path":"/api/exists",
						"message":"error.idexists","params":"account"}"""),
				new Exchange("GET /api/concurrent", "", 409, """
						{"type":"%s","title":"Conflict","status":409,"path":"/api/concurrent",
						"message":"error.concurrencyFailure"}""".formatted(common)),
				new Exchange("GET /api/response-status", "", 400, """
						{"type":"%s","title":"test response status","status":400,"detail":"test response status",
						"path":"/api/response-status","message":"error.http.400"}""".formatted(common)),
				new Exchange("PUT /api/exists", "", 405, """
						{"type":"%s","title":"Method Not Allowed","status":405,
						"detail":"Request method 'PUT' is not supported","path":"/api/exists",
						"message":"error.http.405"}""".formatted(common)), new Exchange("GET /api/nowhere", "", 404, """
						{"type":"%s","title":"Not Found","status":404,"path":"/api/nowhere",
						"message":"error.http.404"}""".formatted(common)), new Exchange("GET /api/denied", "", 401, """
						{"type":"%s","title":"Unauthorized","status":401,"path":"/api/denied",
						"message":"error.http.401"}""".formatted(common)), new Exchange("GET /api/broken", "", 500, """
						{"type":"%s","title":"Internal Server Error","status":500,"path":"/api/broken",
						"message":"error.http.500"}""".formatted(common)));
	}

	@ParameterizedTest
	@MethodSource("exchanges")
	void bodyIsTheOneOfTheApplication(Exchange exchange) throws IOException, InterruptedException {
		HttpResponse<String> response = send(exchange);
		assertThat(response.statusCode()).isEqualTo(exchange.status());
		assertThat(JsonMapper.shared().readTree(response.body()))
			.isEqualTo(JsonMapper.shared().readTree(exchange.body()));
		assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(response.headers().allValues("WWW-Authenticate"))
			.isEqualTo((exchange.status() == 401) ? List.of("Basic realm=\"Realm\", charset=\"UTF-8\"") : List.of());
	}

	private static HttpResponse<String> send(Exchange exchange) throws IOException, InterruptedException {
		String[] line = exchange.requestLine().split(" ");
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + application.getWebServer().getPort() + line[1]))
			.method(line[0], HttpRequest.BodyPublishers.ofString(exchange.json()))
			.header("Content-Type", "application/json")
			.build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
	}

	@Test
	void assertionsOfMockMvcHold() throws Exception {
		DefaultMockMvcBuilder builder = MockMvcBuilders.webAppContextSetup(application);
		new SpringBootMockMvcBuilderCustomizer(application).customize(builder);
		MockMvc mvc = builder.build();
		mvc.perform(post("/api/accounts").contentType(MediaType.APPLICATION_JSON).content("{}"))
			.andExpect(status().isBadRequest())
			.andExpect(content().contentType("application/problem+json"))
			.andExpect(jsonPath("$.message").value("error.validation"))
			.andExpect(jsonPath("$.fieldErrors.[0].objectName").value("account"))
			.andExpect(jsonPath("$.fieldErrors.[0].field").value("login"))
			.andExpect(jsonPath("$.fieldErrors.[0].message").value("NotNull"));
		mvc.perform(get("/api/accounts"))
			.andExpect(status().isBadRequest())
			.andExpect(jsonPath("$.message").value("error.http.400"));
		mvc.perform(get("/api/private/accounts"))
			.andExpect(status().isUnauthorized())
			.andExpect(header().exists("WWW-Authenticate"));
	}

	/**
	 * A request and its expected response.
	 *
	 * @param requestLine method and target
	 * @param json the body of the request
	 * @param status the expected status
	 * @param body the expected body
	 */
	record Exchange(String requestLine, String json, int status, String body) {

	}

}
