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

package io.github.faultbook.migration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotEmpty;

/**
 * A voucher, with constraints that an {@link Order} does not have.
 *
 * @param accepted whether the customer accepts the conditions
 * @param expires the last day
 * @param items what it is for
 * @param price what it costs
 * @param value what it is worth
 */
record Voucher(@AssertTrue Boolean accepted, @Future LocalDate expires, @NotEmpty List<String> items,
		@Digits(integer = 3, fraction = 2) BigDecimal price, @DecimalMin("0.50") BigDecimal value) {

}
