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

package io.github.faultbook.client;

import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import io.github.faultbook.ApiError;
import io.github.faultbook.FaultbookConfigurationException;
import io.github.faultbook.client.Downstream.Kind;
import io.github.faultbook.format.ErrorExample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of a chain: a client, a service in the middle, and one behind it that fails.
 */
@ExtendWith(OutputCaptureExtension.class)
class UpstreamErrorTests {

	private static ConfigurableApplicationContext upstream;

	private static ConfigurableApplicationContext middle;

	@BeforeAll
	static void start() {
		upstream = new SpringApplicationBuilder(Upstream.class)
			.properties("server.port=0", "faultbook.format=problem-details")
			.run();
		middle = new SpringApplicationBuilder(Middle.class)
			.properties("server.port=0", "faultbook.format=details-map",
					"faultbook.upstream.insufficient_balance=payment_required")
			.run();
	}

	@AfterAll
	static void stop() {
		middle.close();
		upstream.close();
	}

	private static String address(ApplicationContext server) {
		return "http://localhost:" + server.getEnvironment().getProperty("local.server.port");
	}

	private static ResponseEntity<String> call(Kind kind, String address) {
		return Objects.requireNonNull(RestClient.create()
			.get()
			.uri(address(middle) + "/call?kind={kind}&uri={uri}", kind, address)
			.exchange((request, response) -> ResponseEntity.status(response.getStatusCode())
				.headers(response.getHeaders())
				.body(new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8))));
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void answerHasOwnCodeAndLogHasThatOfOtherService(Kind kind, CapturedOutput output) {
		ResponseEntity<String> missing = call(kind, address(upstream) + "/orders/secret-order");
		assertThat(missing.getStatusCode().value()).isEqualTo(502);
		assertThat(missing.getBody()).isEqualTo(
				"{\"error\":\"An upstream service returned an invalid response.\",\"error_code\":\"bad_gateway\"}");
		assertThat(output).contains("404 order_not_found from GET " + address(upstream) + "/orders/secret-order");
		ResponseEntity<String> busy = call(kind, address(upstream) + "/orders/busy");
		assertThat(busy.getStatusCode().value()).isEqualTo(503);
		assertThat(busy.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("30");
		assertThat(busy.getBody()).contains("service_unavailable").doesNotContain("rate_limit_exceeded");
		ResponseEntity<String> poor = call(kind, address(upstream) + "/orders/poor");
		assertThat(poor.getStatusCode().value()).isEqualTo(402);
		assertThat(poor.getBody()).contains("\"error_code\":\"payment_required\"")
			.doesNotContain("100.00", "insufficient_balance");
		assertThat(call(kind, "http://localhost:1/").getStatusCode().value()).isEqualTo(502);
	}

	@ParameterizedTest
	@CsvSource({ "429, 503", "503, 503", "504, 504", "500, 502", "404, 502", "401, 502" })
	void statusOfOtherServiceDecides(int status, int answered) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.RETRY_AFTER, "99999999");
		HttpStatus code = HttpStatus.valueOf(status);
		ApiError error = resolve(HttpClientErrorException.create(code, "", headers, new byte[0], null));
		assertThat(error.status()).isEqualTo(answered);
		assertThat(error.retryAfter()).isEqualTo((answered == 503) ? Duration.ofDays(1) : null);
		assertThat(resolve(WebClientResponseException.create(status, "", headers, new byte[0], null)).status())
			.isEqualTo(answered);
	}

	@Test
	void timeoutIsGatewayTimeout() {
		HttpTimeoutException timeout = new HttpTimeoutException("late");
		assertThat(resolve(new ResourceAccessException("late", timeout)).status()).isEqualTo(504);
		assertThat(resolve(new WebClientRequestException(timeout, HttpMethod.GET, URI.create("/"), new HttpHeaders()))
			.status()).isEqualTo(504);
		assertThat(resolve(new RestClientException("cannot be converted")).status()).isEqualTo(502);
		assertThat(new UpstreamErrorResolver(Map.of()).resolve(timeout, ErrorExample.request())).isNull();
	}

	private static ApiError resolve(Throwable exception) {
		return Objects.requireNonNull(new UpstreamErrorResolver(Map.of()).resolve(exception, ErrorExample.request()));
	}

	@Test
	void unknownCodeIsNamed() {
		assertThatExceptionOfType(Exception.class)
			.isThrownBy(() -> new SpringApplicationBuilder(Middle.class)
				.properties("server.port=0", "faultbook.upstream.too_poor=payment_requird")
				.run())
			.havingRootCause()
			.isInstanceOf(FaultbookConfigurationException.class)
			.withMessageContaining(
					"faultbook.upstream.too_poor: there is no error 'payment_requird'. Did you mean 'payment_required'?");
	}

	/**
	 * The service in the middle.
	 */
	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ Downstream.class, Middle.Calls.class })
	static class Middle {

		@RestController
		static class Calls {

			private final ApplicationContext beans;

			Calls(ApplicationContext beans) {
				this.beans = beans;
			}

			@GetMapping("/call")
			String call(@RequestParam Kind kind, @RequestParam URI uri) {
				return kind.get(this.beans, uri, "any");
			}

		}

	}

}
