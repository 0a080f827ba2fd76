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

import java.util.List;

import io.github.faultbook.ErrorCodes;
import io.github.faultbook.FaultbookConfigurationException;
import io.github.faultbook.client.Downstream.InsufficientBalanceException;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link RemoteErrorAutoConfiguration}.
 */
class RemoteErrorAutoConfigurationTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RemoteErrorAutoConfiguration.class));

	@Test
	void everyWrongFormatIsNamed() {
		this.application
			.withPropertyValues("faultbook.client.format=detials-map", "faultbook.client.services.a.format=broken",
					"faultbook.client.services.b.format=missing", "faultbook.formats.broken={\"body\":\"{cod}\"}",
					"faultbook.formats.missing=classpath:missing.json")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(FaultbookConfigurationException.class)
				.message()
				.contains("faultbook.client.format", "there is no format 'detials-map'", "Did you mean 'details-map'?")
				.contains("Format 'broken'", "{cod} is not a placeholder")
				.contains("faultbook.formats.missing", "cannot be read"));
	}

	@Test
	void negativeTimesAndNumbersAreNamedTogether() {
		this.application
			.withPropertyValues("faultbook.client.body-timeout=-1s", "faultbook.client.max-retry-delay=-1s",
					"faultbook.client.services.a.retries=-1")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(FaultbookConfigurationException.class)
				.message()
				.contains("faultbook.client.body-timeout: the time is negative.",
						"faultbook.client.retry-delay: a delay is negative.",
						"faultbook.client.services.a.retries: the number of retries is negative."));
	}

	@Test
	void switchTurnsEverythingOff() {
		this.application.withPropertyValues("faultbook.client.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(RemoteErrorDecoder.class));
	}

	@Test
	void everyWrongExceptionIsNamed() {
		assertThatExceptionOfType(FaultbookConfigurationException.class)
			.isThrownBy(() -> new RemoteErrorTypes(wrongTypes()))
			.withMessageContaining("the code 'insufficient_balance' already belongs to")
			.withMessageContaining("Give it a constructor that takes a RemoteAnswer and nothing else.");
	}

	/**
	 * Return exceptions that are local, so that no application finds them.
	 */
	private static List<Class<? extends RemoteErrorException>> wrongTypes() {
		@ErrorCodes("insufficient_balance")
		class SameCodeException extends RemoteErrorException {

			SameCodeException(RemoteAnswer answer) {
				super(answer);
			}

		}
		@ErrorCodes("another")
		class NoConstructorException extends RemoteErrorException {

			NoConstructorException(RemoteAnswer answer, String other) {
				super(answer);
			}

		}
		return List.of(InsufficientBalanceException.class, SameCodeException.class, NoConstructorException.class);
	}

}
