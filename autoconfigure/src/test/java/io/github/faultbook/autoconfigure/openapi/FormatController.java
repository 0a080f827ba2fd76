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

package io.github.faultbook.autoconfigure.openapi;

import jakarta.validation.Valid;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The same operation under a path for each format.
 */
@RestController
class FormatController {

	@PostMapping({ "/problem-details/orders/{id}", "/details-map/orders/{id}", "/details-array/orders/{id}",
			"/nested-code/orders/{id}", "/nested-type/orders/{id}", "/status-message/orders/{id}",
			"/status-message-nested/orders/{id}" })
	OrderRequest change(@PathVariable String id, @RequestBody @Valid OrderRequest order) throws OrderNotFoundException {
		throw new OrderNotFoundException(id);
	}

}
