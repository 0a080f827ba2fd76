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

package io.github.faultbook.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;

import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The monitored application, which fails with an error of the client, with one of the
 * server that is declared, and with an unexpected one.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(BillingApplication.InvoiceController.class)
class BillingApplication {

	@Bean
	SecurityFilterChain security(HttpSecurity http) {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
	}

	static ConfigurableApplicationContext run(Class<?> configuration, String... properties) {
		List<String> all = new ArrayList<>(List.of("server.port=0", "spring.main.banner-mode=off",
				"logging.level.root=warn", "logging.level.io.github.faultbook.errors=info",
				"error.handling.enabled=false", "faultbook.format=details-map"));
		all.addAll(List.of(properties));
		return new SpringApplicationBuilder(BillingApplication.class, configuration)
			.properties(all.toArray(new String[0]))
			.run();
	}

	/**
	 * Return the configuration that a section of {@code docs/operate.md} recommends.
	 * @param section the heading of the section
	 * @return the properties
	 */
	static String[] documentedProperties(String section) {
		try {
			String page = Files.readString(Path.of("..", "docs", "operate.md"));
			Matcher block = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
				.matcher(page.substring(page.indexOf("\n## " + section + "\n")));
			if (!block.find()) {
				throw new IllegalArgumentException(section);
			}
			YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
			yaml.setResources(new ByteArrayResource(block.group(1).getBytes(StandardCharsets.UTF_8)));
			return yaml.getObject()
				.entrySet()
				.stream()
				.map((property) -> property.getKey() + "=" + property.getValue())
				.toArray(String[]::new);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static HttpResponse<String> get(ConfigurableApplicationContext application, String path) {
		String port = application.getEnvironment().getProperty("local.server.port");
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
		try {
			return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@RestController
	static class InvoiceController {

		@GetMapping("/invoices/{id}")
		void find(@PathVariable String id) {
			throw new ApiException(BillingError.INVOICE_NOT_FOUND).with("invoice_id", id);
		}

		@GetMapping("/payments")
		void pay() {
			throw new ApiException(CommonError.BAD_GATEWAY);
		}

		@GetMapping("/reports")
		void report() {
			throw new IllegalStateException("The database is gone");
		}

	}

}
