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

package io.github.faultbook.autoconfigure.settings;

import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link UnknownPropertyFailureAnalyzer}: what the log says of a start that
 * failed.
 */
@ExtendWith(OutputCaptureExtension.class)
class UnknownPropertyFailureAnalyzerTests {

	@Test
	void allUnknownPropertiesAreNamedWithThoseThatWereMeant(CapturedOutput output) {
		start("--faultbook.fromat=details-map", "--faultbook.docs-enabled=true", "--faultbook.zzzzzzzzzz=1",
				"--faultbook.validation.statsu=422");
		assertThat(output.getOut().replace("\r\n", "\n")).contains("""
				Description:

				The error handling is not configured correctly:

				1. faultbook.docs-enabled: there is no such property, set in "faultbook.docs-enabled" from property \
				source "commandLineArgs".
				2. faultbook.fromat: there is no such property, set in "faultbook.fromat" from property source \
				"commandLineArgs".
				3. faultbook.validation.statsu: there is no such property, set in "faultbook.validation.statsu" from \
				property source "commandLineArgs".
				4. faultbook.zzzzzzzzzz: there is no such property, set in "faultbook.zzzzzzzzzz" from property source \
				"commandLineArgs".

				Action:

				1. Did you mean 'faultbook.docs.enabled'? If not, remove it.
				2. Did you mean 'faultbook.format'? If not, remove it.
				3. Did you mean 'faultbook.validation.status'? If not, remove it.
				4. Correct the name, or remove it.
				""");
	}

	@Test
	void nothingIsProposedForWhatStandsBelowAnEntryOfAList(CapturedOutput output) {
		start("--faultbook.format-rules[0].format=details-map", "--faultbook.format-rules[0].pth=/v1/**");
		assertThat(output).contains("- faultbook.format-rules[0].pth: there is no such property, set in ")
			.contains("- Correct the name, or remove it.");
	}

	private static void start(String... arguments) {
		SpringApplicationBuilder application = new SpringApplicationBuilder(Application.class)
			.properties("spring.main.banner-mode=off", "spring.main.web-application-type=none");
		assertThatException().isThrownBy(() -> application.run(arguments));
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(FaultbookAutoConfiguration.class)
	static class Application {

	}

}
