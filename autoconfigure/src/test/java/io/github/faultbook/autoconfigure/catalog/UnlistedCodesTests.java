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

package io.github.faultbook.autoconfigure.catalog;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import io.github.faultbook.autoconfigure.BillingError;
import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import io.github.faultbook.autoconfigure.PlainRequest;
import io.github.faultbook.pipeline.ErrorPipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UnlistedCodes}.
 */
@ExtendWith(OutputCaptureExtension.class)
class UnlistedCodesTests {

	private static final String WARNING = " is not in the catalog, so that it is neither checked nor documented. "
			+ "Its package is not scanned: name it in @ErrorCodeScan or faultbook.codes.";

	private ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(FaultbookAutoConfiguration.class));

	@Test
	void enumIsNamedOnce(CapturedOutput output) {
		answer(BillingError.BALANCE_TOO_LOW, BillingError.INVOICE_NOT_FOUND, BillingError.BALANCE_TOO_LOW);
		assertThat(output).containsOnlyOnce("WARN").containsOnlyOnce(BillingError.class.getName() + WARNING);
	}

	@Test
	void eachEnumIsNamed(CapturedOutput output) {
		answer(BillingError.BALANCE_TOO_LOW, ShadowedError.CONFLICT, ShadowedError.BODY);
		assertThat(output).containsOnlyOnce(BillingError.class.getName() + WARNING)
			.containsOnlyOnce(ShadowedError.class.getName() + WARNING);
	}

	@Test
	void listedEnumIsNotNamed(CapturedOutput output) {
		this.runner = this.runner.withPropertyValues("faultbook.codes=" + BillingError.class.getName(),
				"faultbook.errors.balance_too_low.code=POOR");
		answer(BillingError.BALANCE_TOO_LOW, BillingError.INVOICE_NOT_FOUND, CommonError.CONFLICT);
		assertThat(output).doesNotContain("not in the catalog");
	}

	private void answer(ErrorCode... codes) {
		this.runner.run((context) -> {
			for (ErrorCode code : codes) {
				context.getBean(ErrorPipeline.class).handle(new ApiException(code), new PlainRequest());
			}
		});
	}

	enum ShadowedError implements ErrorCode {

		/**
		 * An entry with the code of a built-in entry.
		 */
		CONFLICT,

		/**
		 * An entry with a class of its own.
		 */
		BODY {

			@Override
			public String toString() {
				return "body";
			}

		};

		@Override
		public ErrorDefinition definition() {
			return ErrorDefinition.of(409, "Taken.");
		}

	}

}
