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

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.faultbook.FaultbookConfigurationException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests for what templates can say: whole bodies of one application with many formats.
 */
@ParameterizedClass
@EnumSource(Server.Container.class)
class TemplateTests {

	private static Server server;

	private final Server.Container container;

	TemplateTests(Server.Container container) {
		this.container = container;
	}

	@BeforeParameterizedClassInvocation
	static void start(Server.Container container) throws IOException {
		List<String> properties = new ArrayList<>(List.of(
				"spring.main.sources=" + CartController.class.getName() + "," + GreetingController.class.getName(),
				"spring.messages.basename=languages/messages", "spring.messages.fallback-to-system-locale=false",
				"faultbook.codes=" + GreetingController.GreetingError.class.getName()));
		for (TemplateCase templateCase : TemplateCase.all()) {
			String rule = "faultbook.format-rules[" + (properties.size() - 4) / 3 + "].";
			properties.add("faultbook.formats." + templateCase.format() + "=" + templateCase.template());
			properties.add(rule + "header=X-Format: " + templateCase.format());
			properties.add(rule + "format=" + templateCase.format());
		}
		server = new Server(container, properties.toArray(String[]::new));
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
	}

	static List<TemplateCase> templates() throws IOException {
		return TemplateCase.all();
	}

	@ParameterizedTest
	@MethodSource("templates")
	void answerIsAsTheTemplateSays(TemplateCase templateCase) {
		Wire.Answer answer = server.exchange(templateCase.bytes());
		assertThat(answer.body()).isEqualTo(templateCase.body());
		assertThat(answer.status()).isEqualTo(templateCase.expectedStatus());
		assertThat(answer.complete()).isTrue();
	}

	@Test
	void applicationWithBrokenTemplatesDoesNotStart() {
		assertThatThrownBy(() -> new Server(this.container,
				"faultbook.formats.one={\"body\":{\"$if !violations\":{\"a\":\"{requestId}\"}}}",
				"faultbook.formats.two={\"contentType\":\"text/plain\",\"body\":\"{args} {first.path|segments}\"}"))
			.rootCause()
			.isInstanceOf(FaultbookConfigurationException.class)
			.hasMessageContainingAll("Format 'one', line 1, column 10: \"$if !violations\" is not a condition.",
					"{requestId} is not a placeholder. Did you mean 'reference'?",
					"Format 'two', line 1, column 16: 'text/plain' is not JSON",
					"{args} is not a placeholder. Did you mean 'facts'?");
	}

	/**
	 * Validates a body and a parameter.
	 */
	@RestController
	static class CartController {

		@PostMapping("/carts")
		Cart cart(@Valid @RequestBody Cart cart, @RequestParam @Min(1) int page) {
			return cart;
		}

	}

	record Cart(@Email @Size(max = 5) String email, @JsonProperty("unit_price") @DecimalMin(value = "1",
			message = "must cost {value} or more") BigDecimal unitPrice, List<@Valid Line> lines) {

	}

	record Line(@Min(1) int qty, @NotBlank String sku) {

	}

}
