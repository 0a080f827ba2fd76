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

package io.github.faultbook.sample.access;

import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCodes;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets the operator close and open the API.
 */
@RestController
@ForPartners
@ErrorCodes("permission_denied")
@RequestMapping("/maintenance")
class MaintenanceController {

	private final Maintenance maintenance;

	MaintenanceController(Maintenance maintenance) {
		this.maintenance = maintenance;
	}

	@PutMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void start(@RequestAttribute Partner partner) {
		switchTo(true, partner);
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void end(@RequestAttribute Partner partner) {
		switchTo(false, partner);
	}

	private void switchTo(boolean on, Partner partner) {
		if (!partner.operator()) {
			throw new ApiException(CommonError.PERMISSION_DENIED);
		}
		this.maintenance.setOn(on);
	}

}
